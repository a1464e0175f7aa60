import { describe, expect, it } from "vitest";
import type { Destination } from "../lib/deliveries/destination";
import type { Due } from "../lib/deliveries/take";
import type { OutgoingCall } from "./egress/exchange";
import { deliver } from "./deliver";

const AUTHORIZATION = "Bearer chosen-value";

const ID = "00000000-0000-7000-8000-000000000001";

const due: Due = {
  ...{ id: ID, accountId: ID, eventId: ID, type: "call.ended", timestamp: new Date(0), data: "{}", cause: "event" },
  ...{ attempt: 1, failures: 0, manual: false, orderKey: null, leasedUntil: new Date(0) },
};

const destination: Destination = {
  accountId: "acc_test",
  webhookId: "wh_test",
  url: "https://example.com/hook",
  active: true,
  probeId: null,
  format: "sidecar",
  keys: { secret: "whsec_test", authorization: AUTHORIZATION },
  headers: [],
  delaysSeconds: [],
  timeoutMs: 5_000,
  concurrency: 1,
  ratePerSecond: null,
  isOrdered: false,
};

const effects = { loadData: async () => "{}", now: () => new Date(0), random: () => 0 };

/** A receiver that says back what it got, as some do for whoever debugs them. */
async function echo({ headers }: OutgoingCall) {
  const body = Buffer.from(JSON.stringify(Object.fromEntries(headers)));
  const response = { code: 200, headers, body, bytes: body.length };
  return { startedAt: new Date(0), durationMs: 1, phases: {}, response };
}

it("an Authorization value is in nothing that is recorded, also where the receiver says it back", async () => {
  const sent: OutgoingCall[] = [];
  const { recording } = await deliver(due, ID, destination, {
    ...effects,
    send: (call) => {
      sent.push(call);
      return echo(call);
    },
  });
  expect(sent[0]?.headers).toContainEqual(["Authorization", AUTHORIZATION]);
  const { result, ...rest } = recording;
  const body = Buffer.from(result.response?.body ?? []).toString("utf8");
  expect(body).toContain("X-Webhook-Attempt");
  expect(JSON.stringify([rest, result.response?.headers, body])).not.toContain("chosen-value");
});

const answering = (code: number) => async () => {
  const response = { code, headers: [], body: Buffer.alloc(0), bytes: 0 };
  const failed = code === 200 ? {} : { error: "http_status" as const };
  return { startedAt: new Date(0), durationMs: 1, phases: {}, response, ...failed };
};

describe("what a disabled webhook is probed with", () => {
  const probed: Destination = { ...destination, active: false, probeId: ID };

  it.each([500, 410, 429])("waits on with all the retries it had where the answer is %d", async (code) => {
    const { decision, recording } = await deliver({ ...due, failures: 3 }, ID, probed, {
      ...effects,
      send: answering(code),
    });
    expect(decision).toEqual({ kind: "retry", delayMs: 15 * 60_000 });
    expect(recording).toMatchObject({ outcome: "retrying", failures: 3, countsForHealth: true });
  });

  it("is delivered where the answer is 200", async () => {
    const { recording } = await deliver({ ...due, failures: 3 }, ID, probed, { ...effects, send: answering(200) });
    expect(recording).toMatchObject({ outcome: "succeeded", failures: 3, countsForHealth: true });
  });

  it("is nothing special for any other delivery", async () => {
    const other = { ...probed, probeId: "00000000-0000-7000-8000-000000000002" };
    const { recording } = await deliver(due, ID, other, { ...effects, send: answering(500) });
    expect(recording).toMatchObject({ outcome: "failed", failures: 1 });
  });
});
