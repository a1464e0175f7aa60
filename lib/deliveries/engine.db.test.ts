import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import type { AttemptResult } from "../core/attempt";
import { decodeId, encodeId } from "../core/ids";
import { closeDb, pool, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { deleteWebhook, getWebhook, updateWebhook } from "../webhooks/webhooks";
import { getDelivery, listDeliveries, retryDelivery } from "./deliveries";
import { recordResults, type Recording } from "./record";
import { findDueWebhooks } from "./sweep";
import { loadData, msUntilDue, releaseUnsent, takeDue, type Due, type Take } from "./take";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const contact = { type: "contact.created", data: { contact: "919876543210" } };
const LEASE_MS = 15_000;

async function makeDue(count = 1) {
  const owner = await makeOwner();
  const webhook = await makeWebhook(owner);
  for (let i = 0; i < count; i++) await acceptEvent(owner, { ...contact, data: { i } });
  const webhookId = decodeId("webhook", webhook.id) ?? "";
  const take = (limit = 100) => takeOne({ webhookId, active: true, limit, leaseMs: LEASE_MS });
  return { owner, webhook, webhookId, take };
}

const ok: AttemptResult = {
  startedAt: new Date("2026-03-25T08:22:50.254Z"),
  durationMs: 84,
  phases: { connectMs: 1, firstByteMs: 80 },
  remoteAddress: "127.0.0.1:4999",
  tlsVersion: "TLSv1.3",
  tlsExpiresAt: new Date("2027-03-03T23:59:59.000Z"),
  response: { code: 200, headers: [["content-type", "text/plain"]], body: Buffer.from([0, 255]), bytes: 2 },
};
const { response: _, ...withoutAnswer } = ok;
const refused: AttemptResult = { ...withoutAnswer, error: "refused" };

async function takeOne(take: Take): Promise<Due[]> {
  return (await takeDue([take]))[0] ?? [];
}

async function untilDue(webhookId: string, active: boolean): Promise<number | undefined> {
  return (await msUntilDue([{ webhookId, active }]))[0];
}

function recordingOf(due: Due, webhookId: string, changes: Partial<Recording> = {}): Recording {
  return {
    deliveryId: due.id,
    accountId: due.accountId,
    webhookId,
    eventType: due.type,
    attempt: due.attempt,
    outcome: "succeeded",
    failures: due.failures,
    format: "sydx",
    url: "http://127.0.0.1:4999/hook",
    requestHeaders: [["X-Sydx-Event", due.type]],
    bodySignature: undefined,
    result: ok,
    manual: false,
    countsForHealth: true,
    ...changes,
  };
}

async function onlyDelivery(owner: Actor) {
  const { data } = await listDeliveries(owner, { limit: 10 });
  const [delivery] = data;
  if (!delivery || data.length > 1) throw new Error(`expected one delivery, found ${data.length}`);
  return getDelivery(owner, delivery.id);
}

async function expireLeases(webhookId: string) {
  await pool().query("UPDATE deliveries SET leased_until = now() - interval '1 second' WHERE webhook_id = $1", [
    webhookId,
  ]);
}

describe("taking", () => {
  it("gives each due row to one taker only", async () => {
    const { take } = await makeDue(20);
    const batches = await Promise.all([take(8), take(8), take(8), take(8)]);
    const ids = batches.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await take()).length).toBe(20);
  });

  it("returns the event's data byte for byte, oldest first", async () => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    const data = { b: 1, a: [1.5, "é🚀"], "2": null, "1": {} };
    await acceptEvent(owner, { type: "contact.created", data });
    await acceptEvent(owner, { type: "contact.deleted", data: {} });
    const webhookId = decodeId("webhook", webhook.id) ?? "";
    const taken = await takeOne({ webhookId, active: true, limit: 10, leaseMs: LEASE_MS });
    expect(taken.map(({ type }) => type)).toEqual(["contact.created", "contact.deleted"]);
    expect(taken[0]?.data).toBe(JSON.stringify(data));
  });

  it("leaves large data where it is until its turn has come", async () => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    const data = { text: "ä".repeat(50_000) };
    await acceptEvent(owner, { type: "contact.created", data });
    const webhookId = decodeId("webhook", webhook.id) ?? "";
    const [due] = await takeOne({ webhookId, active: true, limit: 10, leaseMs: LEASE_MS });
    expect(due?.data).toBeNull();
    expect(await loadData(due?.eventId ?? "")).toBe(JSON.stringify(data));
  });

  it("writes an attempt whose lease ran out down as interrupted, and takes the row again", async () => {
    const { owner, webhookId, take } = await makeDue();
    await take();
    expect(await take()).toEqual([]);
    await expireLeases(webhookId);
    const [again] = await take();
    expect(again).toMatchObject({ attempt: 2, failures: 0 });
    const { attempts } = await onlyDelivery(owner);
    expect(attempts).toMatchObject([{ number: 1, outcome: "interrupted", error: "interrupted" }]);
  });

  it("gives back what was not sent, as if it had never been taken", async () => {
    const { take } = await makeDue(2);
    const [first, second] = await take();
    if (!first || !second) throw new Error("two are due");
    await releaseUnsent([second]);
    expect((await take()).map(({ id, attempt }) => ({ id, attempt }))).toEqual([{ id: second.id, attempt: 1 }]);
  });

  it("takes nothing but tests for a paused webhook", async () => {
    const { webhookId } = await makeDue();
    expect(await takeOne({ webhookId, active: false, limit: 10, leaseMs: LEASE_MS })).toEqual([]);
    expect(await untilDue(webhookId, false)).toBeUndefined();
    expect(await untilDue(webhookId, true)).toBeLessThanOrEqual(0);
  });
});

describe("what a disabled webhook is probed with", () => {
  async function makeProbed() {
    const { owner, webhookId } = await makeDue(3);
    const held = await prisma().delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } });
    const probeId = held[1]?.id ?? "";
    await prisma().webhook.update({ where: { id: webhookId }, data: { status: "disabled", probeDeliveryId: probeId } });
    const look = { webhookId, active: false, probeId };
    const take = () => takeOne({ ...look, limit: 10, leaseMs: LEASE_MS });
    const ms = async () => (await msUntilDue([look]))[0];
    const isFound = async () => (await findDueWebhooks()).includes(webhookId);
    return { owner, webhookId, probeId, take, ms, isFound };
  }

  it("is let out, and nothing else of what it holds", async () => {
    const { probeId, take, ms, isFound } = await makeProbed();
    expect(await isFound()).toBe(true);
    expect(await ms()).toBeLessThanOrEqual(0);
    expect((await take()).map(({ id }) => id)).toEqual([probeId]);
    expect([await isFound(), await ms(), await take()]).toEqual([false, undefined, []]);
  });

  it("is let out once: where it fails, not again before its next time", async () => {
    const { webhookId, probeId, take, ms, isFound } = await makeProbed();
    const [due] = await take();
    if (!due) throw new Error("the probe is due");
    await recordResults([recordingOf(due, webhookId, { outcome: "retrying", delayMs: 900_000, result: refused })]);
    expect([await isFound(), await take()]).toEqual([false, []]);
    expect(await ms()).toBeGreaterThan(890_000);
    expect(await prisma().delivery.findUnique({ where: { id: probeId } })).toMatchObject({ status: "pending" });
  });

  it("is taken by another worker where the first one died with it", async () => {
    const { webhookId, probeId, take, isFound } = await makeProbed();
    await take();
    await expireLeases(webhookId);
    expect(await isFound()).toBe(true);
    expect(await take()).toMatchObject([{ id: probeId, attempt: 2 }]);
  });

  it("is nothing special once its webhook is paused or another's", async () => {
    const { owner, webhookId, probeId } = await makeProbed();
    const { webhookId: other } = await makeDue();
    expect(await takeOne({ webhookId: other, active: false, probeId, limit: 10, leaseMs: LEASE_MS })).toEqual([]);
    await updateWebhook(owner, encodeId("webhook", webhookId), { status: "paused" });
    expect(await findDueWebhooks()).not.toContain(webhookId);
  });
});

describe("recording", () => {
  it("stores the attempt, the state, the counters and the rollup together", async () => {
    const { owner, webhookId, take } = await makeDue();
    const [due] = await take();
    if (!due) throw new Error("one is due");
    await recordResults([recordingOf(due, webhookId)]);
    const delivery = await onlyDelivery(owner);
    expect(delivery).toMatchObject({ status: "succeeded", responseCode: 200, durationMs: 84, attemptCount: 1 });
    expect(delivery.attempts).toMatchObject([
      { outcome: "succeeded", requestHeaders: [["X-Sydx-Event", "contact.created"]], responseBytes: 2 },
    ]);
    expect(delivery.attempts).toMatchObject([{ tlsVersion: "TLSv1.3", tlsExpiresAt: "2027-03-03T23:59:59.000Z" }]);
    expect(await prisma().webhookHealth.findUnique({ where: { webhookId } })).toMatchObject({ hits: 1n });
    const rollups = await prisma().rollupLate.findMany({ where: { webhookId } });
    expect(rollups).toMatchObject([{ outcome: "succeeded", result: "200", count: 1n }]);
  });

  it("schedules a retry and counts failures in a row, until a success", async () => {
    const { owner, webhookId, take } = await makeDue();
    const [due] = await take();
    if (!due) throw new Error("one is due");
    await recordResults([
      recordingOf(due, webhookId, { outcome: "retrying", delayMs: 5000, failures: 1, result: refused }),
    ]);
    const delivery = await onlyDelivery(owner);
    expect(delivery).toMatchObject({ status: "pending", error: "refused", responseCode: null });
    expect(await take()).toEqual([]);
    expect(await untilDue(webhookId, true)).toBeGreaterThan(3000);
    expect(await prisma().webhookHealth.findUnique({ where: { webhookId } })).toMatchObject({ consecutiveFailures: 1 });
  });

  it("doesn't fail since before it last succeeded, however long the attempt was under way that failed", async () => {
    const { webhookId, take } = await makeDue();
    const [due] = await take();
    if (!due) throw new Error("one is due");
    const healthNow = () => prisma().webhookHealth.findUniqueOrThrow({ where: { webhookId } });
    const at = (seconds: number) => new Date(Date.UTC(2026, 2, 25, 8, 0, seconds));
    await recordResults([recordingOf(due, webhookId, { result: { ...ok, startedAt: at(5) } })]);
    const hung = { ...refused, error: "timeout", startedAt: at(2) } as const;
    await recordResults([recordingOf(due, webhookId, { outcome: "retrying", delayMs: 1, failures: 1, result: hung })]);
    expect(await healthNow()).toMatchObject({ lastSuccessAt: at(5), failingSince: at(5), consecutiveFailures: 1 });
    const later = { ...refused, startedAt: at(9) };
    await recordResults([recordingOf(due, webhookId, { outcome: "retrying", delayMs: 1, failures: 2, result: later })]);
    expect(await healthNow()).toMatchObject({ failingSince: at(5), consecutiveFailures: 2 });
    await recordResults([recordingOf(due, webhookId, { result: { ...ok, startedAt: at(12) } })]);
    expect(await healthNow()).toMatchObject({ failingSince: null, consecutiveFailures: 0 });
  });

  it("keeps a late result in the log and lets it overwrite nothing", async () => {
    const { owner, webhookId, take } = await makeDue();
    const [late] = await take();
    await expireLeases(webhookId);
    const [current] = await take();
    if (!late || !current) throw new Error("it is due twice");
    await recordResults([recordingOf(current, webhookId)]);
    await recordResults([recordingOf(late, webhookId, { outcome: "failed", failures: 1, result: refused })]);
    const delivery = await onlyDelivery(owner);
    expect(delivery.status).toBe("succeeded");
    expect(delivery.attempts.map(({ outcome }) => outcome)).toContain("failed");
  });

  it.each([
    { what: "disables the webhook", answered: {}, status: "disabled", disabledReason: "gone" },
    {
      what: "to a test disables nothing",
      answered: { countsForHealth: false },
      status: "active",
      disabledReason: null,
    },
    {
      what: "from a URL it no longer has disables nothing",
      answered: { url: "http://127.0.0.1:4999/old" },
      status: "active",
      disabledReason: null,
    },
  ])("410 $what", async ({ answered, status, disabledReason }) => {
    const { owner, webhook, webhookId, take } = await makeDue();
    const [due] = await take();
    if (!due) throw new Error("one is due");
    const result: AttemptResult = {
      ...withoutAnswer,
      error: "http_status",
      response: { code: 410, headers: [], body: Buffer.alloc(0), bytes: 0 },
    };
    await recordResults([recordingOf(due, webhookId, { outcome: "failed", failures: 1, result, ...answered })]);
    expect(await getWebhook(owner, webhook.id)).toMatchObject({ status, disabledReason });
  });

  it("counts failures since the last success, also within one flush, and knows since when deliveries are exhausted", async () => {
    const { webhookId, take } = await makeDue(6);
    const taken = await take();
    const at = (second: number) => new Date(Date.UTC(2026, 2, 25, 8, 0, second));
    const record = (...ends: [second: number, outcome: Recording["outcome"], more?: Partial<Recording>][]) =>
      recordResults(
        ends.map(([second, outcome, more]) => {
          const result = { ...(outcome === "succeeded" ? ok : refused), startedAt: at(second) };
          const due = taken.shift();
          if (!due) throw new Error("six are due");
          return recordingOf(due, webhookId, { outcome, delayMs: 0, result, ...more });
        }),
      );
    const health = () => prisma().webhookHealth.findUniqueOrThrow({ where: { webhookId } });
    await record([1, "failed"], [3, "succeeded"], [4, "retrying"], [5, "failed"]);
    expect(await health()).toMatchObject({
      lastSuccessAt: at(3),
      lastFailureAt: at(5),
      consecutiveFailures: 2,
      failingSince: at(4),
      exhaustedAt: at(5),
      tlsExpiresAt: ok.tlsExpiresAt,
    });
    await record([6, "failed", { countsForHealth: false, manual: true }]);
    expect(await health()).toMatchObject({ consecutiveFailures: 2, lastFailureAt: at(5), exhaustedAt: at(5) });
    await record([7, "succeeded", { countsForHealth: false, manual: true }]);
    expect(await health()).toMatchObject({
      lastSuccessAt: at(7),
      consecutiveFailures: 0,
      failingSince: null,
      exhaustedAt: null,
    });
  });

  it("a test says nothing about health, however it ends", async () => {
    const { webhookId, take } = await makeDue(2);
    const [first, second] = await take();
    if (!first || !second) throw new Error("two are due");
    await recordResults([
      recordingOf(first, webhookId, { countsForHealth: false }),
      recordingOf(second, webhookId, { countsForHealth: false, outcome: "failed", result: refused }),
    ]);
    expect(await prisma().webhookHealth.findUnique({ where: { webhookId } })).toMatchObject({
      ...{ lastSuccessAt: null, lastFailureAt: null, consecutiveFailures: 0, exhaustedAt: null },
    });
    expect(await prisma().exhaustedDelivery.count({ where: { webhookId } })).toBe(0);
  });

  it("remembers each delivery that used up its retries, unless it was overtaken or asked for by hand", async () => {
    const { webhookId, take } = await makeDue(4);
    const [failed, byHand, late, waiting] = await take();
    if (!failed || !byHand || !late || !waiting) throw new Error("four are due");
    const now = new Date("2026-03-25T08:30:00.000Z");
    const end = { outcome: "failed", result: refused } as const;
    await recordResults(
      [
        recordingOf(failed, webhookId, end),
        recordingOf(byHand, webhookId, { ...end, manual: true, countsForHealth: false }),
        recordingOf({ ...late, attempt: 0 }, webhookId, end),
        recordingOf(waiting, webhookId, { outcome: "retrying", delayMs: 60_000, result: refused }),
      ],
      now,
    );
    expect(await prisma().exhaustedDelivery.findMany({ where: { webhookId } })).toEqual([
      { deliveryId: failed.id, accountId: failed.accountId, webhookId, at: now },
    ]);
    expect(await prisma().delivery.findUniqueOrThrow({ where: { id: waiting.id } })).toMatchObject({
      nextAttemptAt: new Date(now.getTime() + 60_000),
    });
    expect(await prisma().delivery.findUniqueOrThrow({ where: { id: failed.id } })).toMatchObject({ finishedAt: now });
  });

  it("survives many flushes over the same webhooks at once", async () => {
    const { webhookId, take } = await makeDue(40);
    const taken = await take();
    await Promise.all(taken.map((due) => recordResults([recordingOf(due, webhookId)])));
    expect(await prisma().webhookHealth.findUnique({ where: { webhookId } })).toMatchObject({ hits: 40n });
  });
});

describe("sweeping", () => {
  it("finds webhooks with something due, and no others", async () => {
    const due = await makeDue();
    const paused = await makeDue();
    const deleted = await makeDue();
    const leased = await makeDue();
    await updateWebhook(paused.owner, paused.webhook.id, { status: "paused" });
    await deleteWebhook(deleted.owner, deleted.webhook.id);
    await leased.take();
    const found = await findDueWebhooks();
    expect(found).toContain(due.webhookId);
    for (const other of [paused, deleted, leased]) expect(found).not.toContain(other.webhookId);
    await expireLeases(leased.webhookId);
    expect(await findDueWebhooks()).toContain(leased.webhookId);
  });
});

describe("what a delivery's status says", () => {
  it("is held while its webhook is paused, pending once resumed, cancelled once deleted", async () => {
    const { owner, webhook } = await makeDue();
    const statusNow = async () => (await onlyDelivery(owner)).status;
    const foundAs = async (status: "pending" | "held" | "cancelled") =>
      (await listDeliveries(owner, { limit: 10, status: [status] })).data.length;
    await updateWebhook(owner, webhook.id, { status: "paused" });
    expect([await statusNow(), await foundAs("held"), await foundAs("pending")]).toEqual(["held", 1, 0]);
    await updateWebhook(owner, webhook.id, { status: "active" });
    expect([await statusNow(), await foundAs("held"), await foundAs("pending")]).toEqual(["pending", 0, 1]);
    await deleteWebhook(owner, webhook.id);
    expect([await statusNow(), await foundAs("cancelled"), await foundAs("pending")]).toEqual(["cancelled", 1, 0]);
  });

  it("lets an exhausted delivery begin its schedule anew", async () => {
    const { owner, webhookId, take } = await makeDue();
    const [due] = await take();
    if (!due) throw new Error("one is due");
    await recordResults([recordingOf(due, webhookId, { outcome: "failed", failures: 4, result: refused })]);
    const failed = await onlyDelivery(owner);
    expect(failed.status).toBe("failed");
    expect((await retryDelivery(owner, failed.id)).status).toBe("pending");
    expect(await take()).toMatchObject([{ attempt: 2, failures: 0 }]);
    await expect(retryDelivery(owner, failed.id)).rejects.toMatchObject({ code: "conflict" });
  });
});
