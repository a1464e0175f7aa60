import { expect, it } from "vitest";
import type { Destination } from "../lib/deliveries/destination";
import type { OutgoingCall } from "./egress/exchange";
import { deliver } from "./deliver";

const AUTHORIZATION = "Bearer chosen-value";

/** A receiver that says back what it got, as some do for whoever debugs them. */
async function echo({ headers }: OutgoingCall) {
  const body = Buffer.from(JSON.stringify(Object.fromEntries(headers)));
  const response = { code: 200, headers, body, bytes: body.length };
  return { startedAt: new Date(0), durationMs: 1, phases: {}, response };
}

it("an Authorization value is in nothing that is recorded, also where the receiver says it back", async () => {
  const id = "00000000-0000-7000-8000-000000000001";
  const due = { id, accountId: id, eventId: id, type: "call.ended", timestamp: new Date(0), data: "{}" };
  const state = { cause: "event", attempt: 1, failures: 0, manual: false, orderKey: null } as const;
  const destination: Destination = {
    accountId: "acc_test",
    webhookId: "wh_test",
    url: "https://example.com/hook",
    active: true,
    format: "sidecar",
    keys: { secret: "whsec_test", authorization: AUTHORIZATION },
    headers: [],
    delaysSeconds: [],
    timeoutMs: 5_000,
    concurrency: 1,
    ratePerSecond: null,
    isOrdered: false,
  };
  const sent: OutgoingCall[] = [];
  const { recording } = await deliver({ ...due, ...state, leasedUntil: new Date(0) }, id, destination, {
    send: (call) => {
      sent.push(call);
      return echo(call);
    },
    loadData: async () => "{}",
    now: () => new Date(0),
    random: () => 0,
  });
  expect(sent[0]?.headers).toContainEqual(["Authorization", AUTHORIZATION]);
  const { result, ...rest } = recording;
  const body = Buffer.from(result.response?.body ?? []).toString("utf8");
  expect(body).toContain("X-Webhook-Attempt");
  expect(JSON.stringify([rest, result.response?.headers, body])).not.toContain("chosen-value");
});
