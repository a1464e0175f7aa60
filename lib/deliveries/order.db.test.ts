import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId } from "../core/ids";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { seededRandom } from "../testing/random";
import { acceptEvent } from "../webhooks/accept-events";
import { listDeliveries } from "./deliveries";
import { bringForward, bringForwardForgotten, parkBlocked } from "./order";
import { recordResults } from "./record";
import { takeDue, type Due } from "./take";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const OK = { response: { code: 200, headers: [], body: Buffer.alloc(0), bytes: 0 } };

async function makeOrdered() {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { orderBy: "data.contact" });
  const webhookId = decodeId("webhook", id) ?? "";
  const take = async (limit = 100) => {
    await parkBlocked(webhookId);
    const [due = []] = await takeDue([{ webhookId, active: true, limit, leaseMs: 15_000 }]);
    return due;
  };
  return { owner, webhookId, take };
}

async function publish(owner: Actor, contacts: string[]): Promise<void> {
  for (const [n, contact] of contacts.entries()) {
    await acceptEvent(owner, { type: "contact.updated", data: { contact, n } });
  }
}

const numbers = (due: Due[]) => due.map(({ data }) => (JSON.parse(data ?? "{}") as { n: number }).n);

async function end(due: Due, webhookId: string, outcome: "succeeded" | "failed" | "retrying"): Promise<void> {
  await recordResults([
    {
      deliveryId: due.id,
      accountId: due.accountId,
      webhookId,
      eventType: due.type,
      attempt: due.attempt,
      outcome,
      delayMs: outcome === "retrying" ? 0 : undefined,
      failures: due.failures + (outcome === "succeeded" ? 0 : 1),
      format: "sydx",
      url: "http://127.0.0.1:4999/hook",
      requestHeaders: [],
      result: {
        startedAt: new Date(),
        durationMs: 1,
        phases: {},
        ...(outcome === "succeeded" ? OK : { error: "refused" }),
      },
      manual: false,
      countsForHealth: true,
    },
  ]);
  if (outcome !== "retrying" && due.orderKey) await bringForward([{ webhookId, orderKey: due.orderKey }]);
}

describe("an ordered webhook", () => {
  it("has one of each key taken at a time, the oldest; without a key there is no order", async () => {
    const { owner, webhookId, take } = await makeOrdered();
    await publish(owner, ["a", "a", "b", "a", "b"]);
    await acceptEvent(owner, { type: "contact.updated", data: { n: 9 } });
    const first = await take();
    expect(numbers(first).toSorted()).toEqual([0, 2, 9]);
    expect(await take()).toEqual([]);
    for (const due of first) await end(due, webhookId, "succeeded");
    expect(numbers(await take()).toSorted()).toEqual([1, 4]);
  });

  it("is held up by a failing delivery in that key alone, until it has used up its schedule", async () => {
    const { owner, webhookId, take } = await makeOrdered();
    await publish(owner, ["a", "a", "b", "b"]);
    const [a, b] = await take();
    if (!a || !b) throw new Error("two keys, two deliveries");
    await end(a, webhookId, "retrying");
    await end(b, webhookId, "succeeded");
    const [again, next] = (await take()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(numbers([again, next].filter((due) => due !== undefined))).toEqual([0, 3]);
    if (again) await end(again, webhookId, "failed");
    expect(numbers(await take())).toEqual([1]);
  });

  it("says of what waits behind another that it is pending, with no time of its own", async () => {
    const { owner, take } = await makeOrdered();
    await publish(owner, ["a", "a"]);
    await take();
    const { data } = await listDeliveries(owner, { limit: 10 });
    expect(data.map(({ status }) => status)).toEqual(["pending", "pending"]);
    // Newest first; what waits is parked as soon as somebody looks.
    await take();
    const { data: parked } = await listDeliveries(owner, { limit: 10 });
    expect([data.length, parked[0]?.nextAttemptAt]).toEqual([2, null]);
  });

  it("goes on where a worker has died between an end and what comes after it", async () => {
    const { owner, webhookId, take } = await makeOrdered();
    await publish(owner, ["a", "a"]);
    const [first] = await take();
    await pool().query("UPDATE deliveries SET status = 'succeeded' WHERE id = $1", [first?.id]);
    expect(await take()).toEqual([]);
    await bringForwardForgotten();
    expect(numbers(await take())).toEqual([1]);
    expect(webhookId).not.toBe("");
  });

  it("keeps its order through random takes, failures and ends, by two workers at once", async () => {
    const random = seededRandom();
    const { owner, webhookId, take } = await makeOrdered();
    const keys = ["a", "b", "c"] as const;
    await publish(
      owner,
      Array.from({ length: 45 }, () => random.pick([...keys] as [string, ...string[]])),
    );
    const ended = new Map<string, number[]>();
    const underWay: Due[] = [];
    for (let round = 0; round < 400 && [...ended.values()].flat().length < 45; round++) {
      const taken = await Promise.all([take(1 + random.int(5)), take(1 + random.int(5))]);
      underWay.push(...taken.flat());
      const keysUnderWay = underWay.map(({ orderKey }) => orderKey);
      expect(new Set(keysUnderWay).size, `seed ${random.seed}`).toBe(keysUnderWay.length);
      const [due] = underWay.splice(random.int(underWay.length), 1);
      if (!due) continue;
      const outcome = random.pick(["succeeded", "retrying", "failed", "succeeded"] as const);
      await end(due, webhookId, outcome);
      if (outcome !== "retrying")
        ended.set(due.orderKey ?? "", [...(ended.get(due.orderKey ?? "") ?? []), ...numbers([due])]);
    }
    expect([...ended.values()].flat()).toHaveLength(45);
    for (const its of ended.values()) expect(its, `seed ${random.seed}`).toEqual(its.toSorted((a, b) => a - b));
  });
});
