import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import type { AttemptResult } from "../core/attempt";
import type { AppError } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import type {
  RedeliveriesQuery,
  RedeliveryPreview,
  Redelivery,
  ReplayInput,
  RetriedMany,
  RetryManyInput,
} from "../core/redelivery";
import { closeDb, pool, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { sendTest } from "../webhooks/send-test";
import { deleteWebhook, updateWebhook } from "../webhooks/webhooks";
import { advanceRedeliveries } from "./advance";
import { getDelivery, listDeliveries, retryDelivery } from "./deliveries";
import { cancelDiscarded } from "./held";
import { recordResults, type Recording } from "./record";
import { changeRedelivery, getRedelivery, listRedeliveries } from "./redeliveries";
import { replay } from "./replay";
import { retryMany } from "./retry-many";
import { takeDue, type Due } from "./take";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const FAST = 500;
const SECOND_MS = 1_000;
const NONE = { alreadyDelivered: 0, underWay: 0, webhookDeleted: 0, notFailed: 0, notFound: 0 };

type Outcome = Recording["outcome"];

async function makeAccount(webhooks = 1) {
  const owner = await makeOwner();
  const ids: string[] = [];
  for (let i = 0; i < webhooks; i++) ids.push((await makeWebhook(owner)).id);
  return { owner, ids, first: ids[0] ?? "" };
}

const uuidOf = (webhookId: string) => decodeId("webhook", webhookId) ?? "";
async function take(webhookId: string, limit = 1000): Promise<Due[]> {
  const [taken] = await takeDue([{ webhookId: uuidOf(webhookId), active: true, limit, leaseMs: 15_000 }]);
  return taken ?? [];
}

const publishMany = async (owner: Actor, count: number, type = "contact.created") => {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push((await acceptEvent(owner, { type, data: { i } })).id);
  return ids;
};

function recordingOf(due: Due, webhookId: string, outcome: Outcome, code: number): Recording {
  const result: AttemptResult = {
    startedAt: new Date(),
    durationMs: 5,
    phases: {},
    response: { code, headers: [], body: Buffer.alloc(0), bytes: 0 },
    ...(outcome === "succeeded" ? {} : { error: "http_status" }),
  };
  return {
    deliveryId: due.id,
    accountId: due.accountId,
    webhookId: uuidOf(webhookId),
    eventType: due.type,
    attempt: due.attempt,
    outcome,
    ...(outcome === "retrying" ? { delayMs: 0 } : {}),
    failures: due.failures + 1,
    format: "sydx",
    url: "http://127.0.0.1:4999/hook",
    requestHeaders: [],
    bodySignature: undefined,
    result,
    countsForHealth: !due.manual,
    manual: due.manual,
  };
}

/** Everything that is due there ends so. */
async function endAll(webhookId: string, outcome: Outcome = "failed", code = outcome === "succeeded" ? 200 : 500) {
  const taken = await take(webhookId);
  if (taken.length > 0) await recordResults(taken.map((due) => recordingOf(due, webhookId, outcome, code)));
  return taken.length;
}

async function statuses(owner: Actor): Promise<Record<string, number>> {
  const { data } = await listDeliveries(owner, { limit: 1000 });
  const counts: Record<string, number> = {};
  for (const { status } of data) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function previewRetry(owner: Actor, input: RetryManyInput): Promise<RedeliveryPreview> {
  const outcome = await retryMany(owner, { ...input, dryRun: true });
  if (!("preview" in outcome)) throw new Error("a dry run does nothing");
  return outcome.preview;
}

async function beginRetry(owner: Actor, input: RetryManyInput): Promise<RetriedMany> {
  const outcome = await retryMany(owner, { ratePerSecond: FAST, ...input });
  if ("preview" in outcome) throw new Error("no dry run was asked for");
  return outcome.redelivery;
}

async function previewReplay(owner: Actor, id: string, input: ReplayInput): Promise<RedeliveryPreview> {
  const outcome = await replay(owner, id, { ...input, dryRun: true });
  if (!("preview" in outcome)) throw new Error("a dry run does nothing");
  return outcome.preview;
}

async function beginReplay(owner: Actor, id: string, input: ReplayInput): Promise<Redelivery> {
  const outcome = await replay(owner, id, { ratePerSecond: FAST, ...input });
  if ("preview" in outcome) throw new Error("no dry run was asked for");
  return outcome.redelivery;
}

/** Lets the clock run, second by second, until it has ended. */
async function runToEnd(owner: Actor, id: string, rounds = 20): Promise<Redelivery> {
  const begin = Date.now();
  for (let i = 1; i <= rounds; i++) {
    await advanceRedeliveries(new Date(begin + i * SECOND_MS));
    const redelivery = await getRedelivery(owner, id);
    if (redelivery.finishedAt) return redelivery;
  }
  throw new Error("it has not ended");
}

const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();

describe("retrying one", () => {
  it("counts for the webhook's health where it succeeds and never where it fails, and says so in its attempts", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 1);
    await endAll(first);
    const health = () =>
      prisma().webhookHealth.findUniqueOrThrow({
        where: { webhookId: uuidOf(first) },
        select: { consecutiveFailures: true, failingSince: true, lastSuccessAt: true },
      });
    const before = await health();
    const [failed] = (await listDeliveries(owner, { limit: 1 })).data;
    await retryDelivery(owner, failed?.id ?? "");
    await endAll(first, "retrying");
    expect(await health()).toEqual(before);
    await endAll(first, "succeeded");
    const after = await health();
    expect(after).toMatchObject({
      consecutiveFailures: 0,
      failingSince: null,
      lastSuccessAt: expect.any(Date) as Date,
    });
    const { attempts, status } = await getDelivery(owner, failed?.id ?? "");
    expect(status).toBe("succeeded");
    expect(attempts.map(({ manual }) => manual)).toEqual([false, true, true]);
    await retryDelivery(owner, failed?.id ?? "");
    await endAll(first, "failed");
    expect(await health()).toEqual(after);
  });

  it("still disables the webhook where the receiver says that it is gone", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 1);
    await endAll(first);
    const [failed] = (await listDeliveries(owner, { limit: 1 })).data;
    await retryDelivery(owner, failed?.id ?? "");
    await endAll(first, "failed", 410);
    expect(await prisma().webhook.findUniqueOrThrow({ where: { id: uuidOf(first) } })).toMatchObject({
      status: "disabled",
      disabledReason: "gone",
    });
  });

  it("is refused in words while it is held, under way or its webhook is gone", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 1);
    const [delivery] = (await listDeliveries(owner, { limit: 1 })).data;
    const retry = () => retryDelivery(owner, delivery?.id ?? "");
    await updateWebhook(owner, first, { status: "paused" });
    await expect(retry()).rejects.toMatchObject({ code: "conflict", message: /paused/ });
    await updateWebhook(owner, first, { status: "active" });
    await take(first);
    await expect(retry()).rejects.toMatchObject({ code: "conflict", message: /under way/ });
    await deleteWebhook(owner, first);
    await expect(retry()).rejects.toMatchObject({ code: "conflict", message: /deleted/ });
  });
});

describe("retrying many", () => {
  it("does what the dry run counted: what failed, of every webhook that still stands", async () => {
    const { owner, ids } = await makeAccount(3);
    await publishMany(owner, 4);
    const [failing, mixed, deleted] = ids as [string, string, string];
    await endAll(failing);
    await recordResults((await take(mixed, 1)).map((due) => recordingOf(due, mixed, "failed", 503)));
    await endAll(mixed, "succeeded");
    await endAll(deleted);
    await deleteWebhook(owner, deleted);
    const before = await statuses(owner);
    const preview = await previewRetry(owner, { filter: {}, ratePerSecond: 2 });
    expect(preview).toMatchObject({ count: 5, isExact: true, webhooks: 2, held: 0, seconds: 3 });
    expect(preview.leftOut).toEqual({ ...NONE, webhookDeleted: 4 });
    expect(await statuses(owner)).toEqual(before);

    const begun = await beginRetry(owner, { filter: {} });
    expect(begun).toMatchObject({ kind: "retry", status: "running", total: 5, done: 0 });
    expect(await runToEnd(owner, begun.id)).toMatchObject({ status: "done", total: 5, done: 5, skipped: 0 });
    expect(await statuses(owner)).toEqual({ pending: 5, succeeded: 3, failed: 4 });
    expect((await listDeliveries(owner, { limit: 10, redeliveryId: begun.id })).data).toHaveLength(5);
    expect((await take(failing)).every(({ manual, failures }) => manual && failures === 0)).toBe(true);
  });

  it.each([
    { what: "webhook", filter: (of: string) => ({ webhookId: [of] }), count: 6 },
    { what: "type", filter: () => ({ type: ["call.ended"] }), count: 4 },
    { what: "code", filter: () => ({ code: [503] }), count: 6 },
    { what: "error", filter: () => ({ error: ["refused" as const] }), count: 0 },
    { what: "time", filter: () => ({ from: anHourAgo(), to: new Date().toISOString() }), count: 12 },
    { what: "a time without any", filter: () => ({ to: anHourAgo() }), count: 0 },
    { what: "another account's webhook", filter: () => ({ webhookId: [encodeId("webhook", uuidOf(""))] }), count: 0 },
  ])("is narrowed by $what", async ({ filter, count }) => {
    const { owner, ids } = await makeAccount(2);
    await publishMany(owner, 4);
    await publishMany(owner, 2, "call.ended");
    await endAll(ids[0] ?? "", "failed", 500);
    await endAll(ids[1] ?? "", "failed", 503);
    const asked = { filter: filter(ids[0] ?? "") };
    expect((await previewRetry(owner, asked)).count).toBe(count);
    const { id } = await beginRetry(owner, asked);
    expect(await runToEnd(owner, id)).toMatchObject({ done: count });
  });

  it("by ids leaves out what didn't fail, what is unknown, and what is another account's", async () => {
    const { owner, first } = await makeAccount();
    const other = await makeAccount();
    await publishMany(owner, 3);
    await publishMany(other.owner, 1);
    await recordResults((await take(first, 2)).map((due) => recordingOf(due, first, "failed", 500)));
    const mine = (await listDeliveries(owner, { limit: 10 })).data.map(({ id }) => id);
    const theirs = (await listDeliveries(other.owner, { limit: 10 })).data.map(({ id }) => id);
    const asked = { ids: [...mine, ...theirs, "dlv_nonsense"] };
    const preview = await previewRetry(owner, asked);
    expect(preview).toMatchObject({ count: 2, leftOut: { ...NONE, notFailed: 1, notFound: 2 } });
    const { id, ...begun } = await beginRetry(owner, asked);
    expect(begun).toMatchObject({ total: 2, notFound: [...theirs, "dlv_nonsense"] });
    expect(await runToEnd(owner, id)).toMatchObject({ done: 2 });
    expect(await statuses(other.owner)).toEqual({ pending: 1 });
  });

  it("by ids of which none is a delivery's is refused, naming them", async () => {
    const { owner } = await makeAccount();
    const other = await makeAccount();
    await publishMany(other.owner, 1);
    const theirs = (await listDeliveries(other.owner, { limit: 10 })).data.map(({ id }) => id);
    const ids = [...theirs, "dlv_nonsense", "x".repeat(1_000)];
    const refused = await beginRetry(owner, { ids }).then(
      () => undefined,
      (error: AppError) => error,
    );
    const { status, fields } = refused ?? {};
    expect([status, fields?.["ids"]]).toEqual([404, expect.stringContaining(`"${theirs[0]}", "dlv_nonsense", "xxx`)]);
    expect(fields?.["ids"]?.length).toBeLessThan(300);
    expect(await previewRetry(owner, { ids })).toMatchObject({ count: 0, leftOut: { ...NONE, notFound: 3 } });
    expect((await listRedeliveries(owner, { limit: 10 })).data).toEqual([]);
  });

  it("leaves out what a later delivery of the same event has brought, or is bringing", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 3);
    await endAll(first);
    await runToEnd(owner, (await beginReplay(owner, first, { since: anHourAgo() })).id);
    await recordResults((await take(first, 1)).map((due) => recordingOf(due, first, "succeeded", 200)));
    await recordResults((await take(first, 1)).map((due) => recordingOf(due, first, "failed", 500)));
    const preview = await previewRetry(owner, { filter: {} });
    expect(preview).toMatchObject({ count: 2, leftOut: { ...NONE, alreadyDelivered: 1, underWay: 1 } });
  });

  it("never sends tests again by a filter", async () => {
    const { owner, first } = await makeAccount();
    await sendTest(owner, first, {});
    await endAll(first);
    expect((await previewRetry(owner, { filter: {} })).count).toBe(0);
  });

  it("says how many wait for a paused webhook, and holds them", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 2);
    await endAll(first);
    await updateWebhook(owner, first, { status: "paused" });
    expect(await previewRetry(owner, { filter: {} })).toMatchObject({ count: 2, held: 2 });
    await runToEnd(owner, (await beginRetry(owner, { filter: {} })).id);
    expect(await statuses(owner)).toEqual({ held: 2 });
  });

  it("does not take in what fails after it has begun, and counts what needed it no more", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 3);
    await endAll(first);
    const { id } = await beginRetry(owner, { filter: {} });
    const [newest] = (await listDeliveries(owner, { limit: 1 })).data;
    await retryDelivery(owner, newest?.id ?? "");
    await endAll(first, "succeeded");
    await publishMany(owner, 2);
    await endAll(first);
    expect(await runToEnd(owner, id)).toMatchObject({ total: 3, done: 2, skipped: 1 });
    expect(await statuses(owner)).toEqual({ pending: 2, succeeded: 1, failed: 2 });
  });
});

describe("the pace", () => {
  async function beginTen(ratePerSecond: number) {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 10);
    await endAll(first);
    const { id } = await beginRetry(owner, { filter: {}, ratePerSecond });
    const { createdAt } = await getRedelivery(owner, id);
    const advanceAt = (ms: number) => advanceRedeliveries(new Date(Date.parse(createdAt) + ms));
    return { owner, id, first, advanceAt, done: async () => (await getRedelivery(owner, id)).done };
  }

  it("is its rate, also after a while without a worker", async () => {
    const { advanceAt, done } = await beginTen(2);
    await advanceAt(100);
    expect(await done()).toBe(0);
    await advanceAt(600);
    expect(await done()).toBe(1);
    await advanceAt(60_000);
    expect(await done()).toBe(3);
    await advanceAt(60_000);
    expect(await done()).toBe(3);
    await advanceAt(61_000);
    expect(await done()).toBe(5);
  });

  it("is shared by workers: none does what another does", async () => {
    const { id, owner, advanceAt, first } = await beginTen(3);
    for (let second = 1; second <= 5; second++) {
      await Promise.all([1, 2, 3].map(() => advanceAt(second * SECOND_MS)));
    }
    expect(await getRedelivery(owner, id)).toMatchObject({ status: "done", done: 10, skipped: 0 });
    expect(await take(first)).toHaveLength(10);
  });

  it("goes on where it stopped when a worker breaks off in the middle of a portion", async () => {
    const { id, owner, advanceAt, first } = await beginTen(4);
    await advanceAt(SECOND_MS);
    const refusing = `refuse_${id}`;
    await pool().query(`CREATE FUNCTION ${refusing}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.done > 4 AND NEW.id = '${decodeId("redelivery", id)}' THEN RAISE 'the worker broke off'; END IF;
      RETURN NEW; END $$`);
    await pool().query(
      `CREATE TRIGGER ${refusing} BEFORE UPDATE ON redeliveries FOR EACH ROW EXECUTE FUNCTION ${refusing}()`,
    );
    await advanceAt(2 * SECOND_MS);
    expect(await statuses(owner)).toEqual({ pending: 4, failed: 6 });
    await pool().query(`DROP FUNCTION ${refusing} CASCADE`);
    for (const second of [3, 4, 5]) await advanceAt(second * SECOND_MS);
    expect(await getRedelivery(owner, id)).toMatchObject({ status: "done", done: 10 });
    expect(await take(first)).toHaveLength(10);
  });

  it("rests while it is paused, and makes up for nothing when it goes on", async () => {
    const { id, owner, advanceAt, done } = await beginTen(2);
    await advanceAt(SECOND_MS);
    expect(await changeRedelivery(owner, id, "pause")).toMatchObject({ status: "paused", done: 2 });
    expect(await changeRedelivery(owner, id, "pause")).toMatchObject({ status: "paused" });
    await advanceAt(10 * SECOND_MS);
    expect(await done()).toBe(2);
    await changeRedelivery(owner, id, "resume");
    await advanceRedeliveries(new Date());
    expect(await done()).toBe(2);
    expect((await runToEnd(owner, id)).done).toBe(10);
    await expect(changeRedelivery(owner, id, "resume")).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRedelivery(owner, id, "cancel")).rejects.toMatchObject({ code: "conflict" });
  });

  it("ends with a cancel: what was sent stays sent, the rest stays failed", async () => {
    const { id, owner, advanceAt } = await beginTen(3);
    await advanceAt(SECOND_MS);
    expect(await changeRedelivery(owner, id, "cancel")).toMatchObject({ status: "cancelled", done: 3 });
    expect((await changeRedelivery(owner, id, "cancel")).finishedAt).not.toBeNull();
    await advanceAt(5 * SECOND_MS);
    expect(await statuses(owner)).toEqual({ pending: 3, failed: 7 });
    const listed = (query: Partial<RedeliveriesQuery>) => listRedeliveries(owner, { limit: 10, ...query });
    expect((await listed({ status: ["cancelled"] })).data).toMatchObject([{ id }]);
    expect((await listed({ status: ["running"] })).data).toEqual([]);
  });
});

describe("replaying", () => {
  it("brings a webhook what was published before it existed, with the ids of then", async () => {
    const { owner } = await makeAccount();
    const published = await publishMany(owner, 3);
    await publishMany(owner, 2, "call.ended");
    const late = (await makeWebhook(owner, { events: ["contact.*"] })).id;
    const asked = { since: anHourAgo() };
    const preview = await previewReplay(owner, late, asked);
    expect(preview).toMatchObject({ count: 3, webhooks: 1, held: 0, isExact: true, leftOut: NONE });
    const { id } = await beginReplay(owner, late, asked);
    expect(await runToEnd(owner, id)).toMatchObject({ status: "done", total: 3, done: 3 });
    const due = await take(late);
    expect(due.map(({ eventId }) => encodeId("event", eventId))).toEqual(published);
    expect(due.every(({ cause, attempt, manual }) => cause === "event" && attempt === 1 && !manual)).toBe(true);
    const [delivery] = (await listDeliveries(owner, { limit: 1, redeliveryId: id })).data;
    expect((await getDelivery(owner, delivery?.id ?? "")).redelivery).toEqual({ id, kind: "replay" });
  });

  it.each([
    { status: undefined, count: 4, underWay: 1 },
    { status: ["missing" as const], count: 1, underWay: 0 },
    { status: ["failed" as const], count: 1, underWay: 0 },
    { status: ["succeeded" as const], count: 1, underWay: 0 },
    { status: ["cancelled" as const], count: 1, underWay: 0 },
    { status: ["missing" as const, "failed" as const], count: 2, underWay: 0 },
  ])("of $status means events by how they ended there", async ({ status, count, underWay }) => {
    const { owner, first } = await makeAccount();
    const [gone] = await publishMany(owner, 5);
    const [a, b, c] = (await take(first, 3)) as [Due, Due, Due];
    await recordResults([recordingOf(b, first, "failed", 500), recordingOf(c, first, "succeeded", 200)]);
    await pool().query("DELETE FROM deliveries WHERE id = $1", [a.id]);
    expect(encodeId("event", a.eventId)).toBe(gone);
    const [cancelled] = (await take(first, 1)) as [Due];
    await pool().query("UPDATE deliveries SET status = 'cancelled' WHERE id = $1", [cancelled.id]);
    const asked = { since: anHourAgo(), ...(status ? { status } : {}) };
    const preview = await previewReplay(owner, first, asked);
    expect(preview).toMatchObject({ count, leftOut: { ...NONE, underWay } });
    const { id } = await beginReplay(owner, first, asked);
    expect((await runToEnd(owner, id)).done).toBe(count);
  });

  it("takes other types than the webhook is subscribed to, never tests, and nothing outside of its times", async () => {
    const { owner } = await makeAccount(0);
    await publishMany(owner, 2, "call.ended");
    await publishMany(owner, 1, "sms.sent");
    const webhook = (await makeWebhook(owner, { events: ["contact.*"] })).id;
    await sendTest(owner, webhook, {});
    await sendTest(owner, webhook, { type: "call.ended" });
    const since = anHourAgo();
    const count = async (input: Partial<ReplayInput>) =>
      (await previewReplay(owner, webhook, { since, ...input })).count;
    expect(await count({})).toBe(0);
    expect(await count({ types: ["call.*"] })).toBe(2);
    expect(await count({ types: ["*"] })).toBe(3);
    expect(await count({ types: ["sms.sent"] })).toBe(1);
    expect(await count({ types: ["*"], until: since })).toBe(0);
  });

  it("waits where the webhook is paused, and says so", async () => {
    const { owner } = await makeAccount(0);
    await publishMany(owner, 2);
    const webhook = (await makeWebhook(owner)).id;
    await updateWebhook(owner, webhook, { status: "paused" });
    expect(await previewReplay(owner, webhook, { since: anHourAgo() })).toMatchObject({ count: 2, held: 2 });
    await runToEnd(owner, (await beginReplay(owner, webhook, { since: anHourAgo() })).id);
    expect(await statuses(owner)).toEqual({ held: 2 });
  });

  it("ends when its webhook is deleted", async () => {
    const { owner } = await makeAccount(0);
    await publishMany(owner, 2);
    const webhook = (await makeWebhook(owner)).id;
    const { id } = await beginReplay(owner, webhook, { since: anHourAgo() });
    await deleteWebhook(owner, webhook);
    expect(await runToEnd(owner, id)).toMatchObject({ status: "cancelled", done: 0 });
    await expect(previewReplay(owner, webhook, { since: anHourAgo() })).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses times that can't be, by name", async () => {
    const { owner, first } = await makeAccount();
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const of = (input: ReplayInput) => previewReplay(owner, first, input);
    await expect(of({ since: inAnHour })).rejects.toMatchObject({ fields: { since: /past/ } });
    await expect(of({ since: anHourAgo(), until: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({
      fields: { until: /after since/ },
    });
    await of({ since: "2020-01-01T00:00:00Z" });
    await prisma().account.update({ where: { id: owner.accountId }, data: { createdAt: new Date("2020-01-01") } });
    await expect(of({ since: "2020-06-01T00:00:00Z" })).rejects.toMatchObject({ fields: { since: /kept since/ } });
  });
});

describe("resuming", () => {
  async function makeHeld(count: number, status: "paused" | "disabled" = "paused") {
    const { owner, first } = await makeAccount();
    await publishMany(owner, count);
    await prisma().webhook.update({ where: { id: uuidOf(first) }, data: { status } });
    const newestFirst = (await listDeliveries(owner, { limit: 100 })).data.map(({ id }) => id);
    return { owner, first, newestFirst };
  }

  it.each(["paused", "disabled"] as const)("a %s webhook sends all that it held", async (status) => {
    const { owner, first } = await makeHeld(3, status);
    await updateWebhook(owner, first, { status: "active", held: "all" });
    expect(await take(first)).toHaveLength(3);
  });

  it("without what it held: all of it counts as cancelled at once, and is soon", async () => {
    const { owner, first } = await makeHeld(3);
    await updateWebhook(owner, first, { status: "active", held: "discard" });
    expect(await statuses(owner)).toEqual({ cancelled: 3 });
    await publishMany(owner, 1);
    expect(await statuses(owner)).toEqual({ cancelled: 3, pending: 1 });
    expect(await cancelDiscarded()).toContain(uuidOf(first));
    expect(await statuses(owner)).toEqual({ cancelled: 3, pending: 1 });
    expect(await take(first)).toHaveLength(1);
  });

  it("with the last two discards the older ones", async () => {
    const { owner, first, newestFirst } = await makeHeld(5);
    await updateWebhook(owner, first, { status: "active", held: { last: 2 } });
    await cancelDiscarded();
    const taken = (await take(first)).map(({ id }) => encodeId("delivery", id));
    // Ids of one millisecond are in no order; which are the last two, they decide.
    expect(taken.toSorted()).toEqual(newestFirst.slice(0, 2).toSorted());
    expect(await statuses(owner)).toEqual({ cancelled: 3, pending: 2 });
  });

  it("with more than it held discards nothing", async () => {
    const { owner, first } = await makeHeld(2);
    await updateWebhook(owner, first, { status: "active", held: { last: 100 } });
    expect(await statuses(owner)).toEqual({ pending: 2 });
  });

  it("discards nothing of an active webhook", async () => {
    const { owner, first } = await makeAccount();
    await publishMany(owner, 1);
    const discard = updateWebhook(owner, first, { status: "active", held: "discard" });
    await expect(discard).rejects.toMatchObject({ code: "conflict" });
    expect(await statuses(owner)).toEqual({ pending: 1 });
  });

  it("lets what was discarded be retried by hand", async () => {
    const { owner, first, newestFirst } = await makeHeld(1);
    const retry = () => retryDelivery(owner, newestFirst[0] ?? "");
    await updateWebhook(owner, first, { status: "active", held: "discard" });
    await expect(retry()).rejects.toMatchObject({ code: "conflict" });
    await cancelDiscarded();
    expect((await retry()).status).toBe("pending");
  });

  it("keeps an attempt that was under way in the log, and its delivery cancelled", async () => {
    const { owner, first, newestFirst } = await makeHeld(1);
    const [due] = (await take(first)) as [Due];
    await updateWebhook(owner, first, { status: "active", held: "discard" });
    await cancelDiscarded();
    await recordResults([recordingOf(due, first, "failed", 500)]);
    const delivery = await getDelivery(owner, newestFirst[0] ?? "");
    expect(delivery).toMatchObject({ status: "cancelled", attempts: [{ outcome: "failed" }] });
  });
});
