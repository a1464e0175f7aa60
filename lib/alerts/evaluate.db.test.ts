import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { AlertCondition } from "../core/alert-condition";
import type { StoredChannels } from "../core/alert-channels";
import { builtInType } from "../core/catalogue";
import { decodeId } from "../core/ids";
import { closeDb, pool, prisma } from "../db";
import { recordResults, type Recording } from "../deliveries/record";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { ALL_TYPES } from "../rollups/rows";
import { makeOwner, makeWebhook } from "../testing/factories";
import { schemaChecker } from "../testing/schema-checker";
import { updateWebhook, deleteWebhook } from "../webhooks/webhooks";
import { evaluateRules } from "./evaluate";

Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "hooks@example.com" });

const MINUTE_MS = 60_000;
let now: Date;

beforeEach(async () => {
  now = new Date();
  // Rules of other tests would be looked at, too.
  await prisma().alertRule.updateMany({ data: { isEnabled: false } });
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
const later = (minutes: number) => (now = ago(-minutes));

async function makeWatched(condition: AlertCondition, channels: Partial<StoredChannels> = {}) {
  const owner = await makeOwner();
  const webhook = await makeWebhook(owner, { title: "CRM" });
  const webhookId = decodeId("webhook", webhook.id) ?? "";
  const { accountId } = owner;
  const rule = {
    id: newId(),
    accountId,
    kind: condition.kind,
    title: "Watch",
    settings: condition,
    channels: { email: "owners", slack: null, operationalEvent: false, ...channels },
  };
  await prisma().alertRule.create({ data: rule });
  const notices = () => prisma().notice.findMany({ where: { accountId }, orderBy: { id: "asc" } });
  const told = async () => (await notices()).map(({ kind, title }) => `${kind}: ${title}`);
  const incidents = () => prisma().incident.findMany({ where: { accountId } });
  return { owner, webhook, webhookId, accountId, rule, notices, told, incidents };
}

const health = (webhookId: string, data: object) => prisma().webhookHealth.update({ where: { webhookId }, data });

interface Rolled {
  minutesAgo: number;
  outcome: "succeeded" | "retrying" | "failed";
  count: number;
  latencyBucket?: number;
  eventType?: string;
}

/** As `record` would have counted them; what is old stands in hours, too. */
async function rollUp(webhookId: string, rolled: Rolled[]): Promise<void> {
  const { foldedUntil } = await prisma().rollupProgress.findFirstOrThrow();
  for (const { minutesAgo, outcome, count, latencyBucket = 10, eventType = "sms.sent" } of rolled) {
    const at = new Date(Math.floor(ago(minutesAgo).getTime() / MINUTE_MS) * MINUTE_MS);
    const result = outcome === "succeeded" ? "200" : "503";
    const row = { webhookId, at, eventType, outcome, result, latencyBucket, count, durationMs: count };
    await prisma().rollupMinute.create({ data: row });
    const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
    if (at >= foldedUntil) continue;
    for (const type of [eventType, ALL_TYPES]) {
      const { count: _, durationMs: __, ...key } = { ...row, at: hour, eventType: type };
      await prisma().rollupHour.upsert({
        where: { webhookId_eventType_at_outcome_result_latencyBucket: key },
        create: { ...key, count, durationMs: count },
        update: { count: { increment: count }, durationMs: { increment: count } },
      });
    }
  }
  await health(webhookId, { lastHitAt: now, lastFailureAt: now });
}

type Wrong = (webhookId: string) => Promise<unknown>;

const CASES: [name: string, condition: AlertCondition, begins: Wrong, ends: Wrong, said: [string, string]][] = [
  [
    "repeated failures",
    { kind: "repeated_failures", count: 5 },
    (id) => health(id, { consecutiveFailures: 5, failingSince: now }),
    (id) => health(id, { consecutiveFailures: 0, failingSince: null }),
    ["repeated_failures: CRM fails again and again", "recovered: CRM succeeds again"],
  ],
  [
    "the success rate",
    { kind: "success_rate", belowPercent: 90, windowMinutes: 90, minimumAttempts: 10 },
    (id) =>
      rollUp(id, [
        { minutesAgo: 80, outcome: "succeeded", count: 8 },
        { minutesAgo: 2, outcome: "retrying", count: 1 },
        { minutesAgo: 1, outcome: "failed", count: 1 },
        { minutesAgo: 100, outcome: "succeeded", count: 1_000 },
      ]),
    (id) => rollUp(id, [{ minutesAgo: 0, outcome: "succeeded", count: 100 }]),
    ["success_rate: CRM fails too often", "recovered: CRM fails no longer too often"],
  ],
  [
    "an event type that fails",
    { kind: "event_type_failing", eventType: "call.ended", count: 3 },
    (id) =>
      rollUp(id, [
        { minutesAgo: 200, outcome: "failed", count: 50, eventType: "call.ended" },
        { minutesAgo: 100, outcome: "succeeded", count: 1, eventType: "call.ended" },
        { minutesAgo: 99, outcome: "retrying", count: 2, eventType: "call.ended" },
        { minutesAgo: 1, outcome: "failed", count: 1, eventType: "call.ended" },
        { minutesAgo: 0, outcome: "succeeded", count: 70 },
      ]),
    (id) => rollUp(id, [{ minutesAgo: 0, outcome: "succeeded", count: 1, eventType: "call.ended" }]),
    ["event_type_failing: CRM fails for an event type", "recovered: CRM succeeds again for an event type"],
  ],
  [
    "latency",
    { kind: "latency_p95", aboveMs: 1000, windowMinutes: 15, minimumAttempts: 10 },
    (id) =>
      rollUp(id, [
        { minutesAgo: 10, outcome: "succeeded", count: 90 },
        { minutesAgo: 9, outcome: "succeeded", count: 10, latencyBucket: 24 },
      ]),
    (id) => rollUp(id, [{ minutesAgo: 0, outcome: "succeeded", count: 1_000 }]),
    ["latency_p95: CRM answers slowly", "recovered: CRM answers quickly again"],
  ],
  [
    "a backlog",
    { kind: "backlog_age", olderThanSeconds: 300 },
    (id) => makeDue(id, ago(6)),
    (id) => prisma().delivery.updateMany({ where: { webhookId: id }, data: { status: "succeeded" } }),
    ["backlog_age: CRM has a backlog", "recovered: CRM has no backlog any more"],
  ],
  [
    "silence",
    { kind: "silence", forMinutes: 60 },
    (id) => prisma().webhook.update({ where: { id }, data: { createdAt: ago(61) } }),
    (id) => makeDue(id, now),
    ["silence: CRM gets no events", "recovered: CRM gets events again"],
  ],
  [
    "silence of some types",
    { kind: "silence", forMinutes: 60, eventTypes: ["call.ended"] },
    async (id) => {
      await prisma().webhook.update({ where: { id }, data: { createdAt: ago(500) } });
      await rollUp(id, [
        { minutesAgo: 62, outcome: "succeeded", count: 1, eventType: "call.ended" },
        { minutesAgo: 1, outcome: "succeeded", count: 1 },
      ]);
    },
    (id) => rollUp(id, [{ minutesAgo: 1, outcome: "failed", count: 1, eventType: "call.ended" }]),
    ["silence: CRM gets no events", "recovered: CRM gets events again"],
  ],
  [
    "a certificate",
    { kind: "certificate", days: 14 },
    (id) => health(id, { tlsExpiresAt: ago(-13 * 1440) }),
    (id) => health(id, { tlsExpiresAt: ago(-90 * 1440) }),
    ["certificate: CRM has a certificate that expires", "recovered: CRM has a new certificate"],
  ],
];

async function makeDue(webhookId: string, at: Date): Promise<void> {
  const { accountId } = await prisma().webhook.findUniqueOrThrow({ where: { id: webhookId } });
  const ids = { id: newId(), accountId, webhookId, eventId: newId() };
  await prisma().delivery.create({
    data: { ...ids, eventType: "sms.sent", cause: "event", nextAttemptAt: at, createdAt: at },
  });
}

describe.each(CASES)("a rule about %s", (_, condition, begins, ends, [begun, ended]) => {
  it("tells once that it began, and once that it is over", async () => {
    const { webhookId, told, incidents, notices } = await makeWatched(condition);
    if (condition.kind === "silence") await makeDue(webhookId, now);
    if (condition.kind === "silence")
      await rollUp(webhookId, [{ minutesAgo: 1, outcome: "succeeded", count: 1, eventType: "call.ended" }]);
    await evaluateRules(now);
    expect(await told()).toEqual([]);
    if (condition.kind === "silence") {
      await prisma().delivery.deleteMany({ where: { webhookId } });
      await prisma().rollupMinute.deleteMany({ where: { webhookId } });
    }
    await begins(webhookId);
    for (let look = 0; look < 3; look++) await evaluateRules(now);
    expect(await told()).toEqual([begun]);
    expect((await notices())[0]?.facts).toMatchObject({ evidence: expect.any(String) as string });
    await ends(webhookId);
    await succeed(webhookId);
    await evaluateRules(now);
    expect(await told()).toEqual([begun]);
    await evaluateRules(later(2));
    expect(await told()).toEqual([begun, ended]);
    expect(await incidents()).toMatchObject([
      { kind: condition.kind, closedAt: now, noticedAt: expect.any(Date) as Date },
    ]);
    await evaluateRules(now);
    expect(await told()).toHaveLength(2);
  });
});

const FAILING: AlertCondition = { kind: "repeated_failures", count: 5 };
const fail = (webhookId: string) => health(webhookId, { consecutiveFailures: 7, failingSince: now });
const succeed = (webhookId: string) => health(webhookId, { lastSuccessAt: new Date(now.getTime() + 1) });
const calm = (webhookId: string) => health(webhookId, { consecutiveFailures: 0, failingSince: null });
const mend = async (webhookId: string) => {
  await calm(webhookId);
  await succeed(webhookId);
};

describe("an incident", () => {
  it("that comes and goes within two minutes is one", async () => {
    const { webhookId, told } = await makeWatched(FAILING);
    for (let round = 0; round < 5; round++) {
      await fail(webhookId);
      await evaluateRules(later(1));
      await mend(webhookId);
      await evaluateRules(later(1));
    }
    expect(await told()).toHaveLength(1);
  });

  it("isn't over because nothing was sent since", async () => {
    const { webhookId, told } = await makeWatched(FAILING);
    await fail(webhookId);
    await evaluateRules(now);
    await calm(webhookId);
    for (let look = 0; look < 3; look++) await evaluateRules(later(10));
    expect(await told()).toHaveLength(1);
    await mend(webhookId);
    for (let look = 0; look < 2; look++) await evaluateRules(later(3));
    expect(await told()).toHaveLength(2);
  });

  it("is opened once and closed once by many who look at the same time", async () => {
    const { webhookId, told } = await makeWatched(FAILING);
    await fail(webhookId);
    await Promise.all([evaluateRules(now), evaluateRules(now), evaluateRules(now)]);
    await mend(webhookId);
    await evaluateRules(now);
    later(3);
    await Promise.all([evaluateRules(now), evaluateRules(now), evaluateRules(now)]);
    expect(await told()).toHaveLength(2);
  });

  it("of a thousand failures within a minute is one message", async () => {
    const { webhookId, accountId } = await makeWatched(FAILING);
    const failure = (): Recording => ({
      ...{ deliveryId: newId(), accountId, webhookId, eventType: "sms.sent", attempt: 1, outcome: "retrying" },
      ...{ delayMs: 5000, failures: 1, format: "sydx", url: "http://127.0.0.1:4999/", requestHeaders: [] },
      result: { startedAt: now, durationMs: 3, phases: {}, error: "refused" },
      ...{ manual: false, countsForHealth: true },
    });
    for (let round = 0; round < 10; round++) {
      await recordResults(Array.from({ length: 100 }, failure));
      await evaluateRules(now);
    }
    expect(await prisma().noticeMessage.count({ where: { notice: { accountId } } })).toBe(1);
    expect(await prisma().incident.count({ where: { accountId } })).toBe(1);
  });

  it("ends without a word where its rule is turned off, or its webhook deleted", async () => {
    const [off, gone] = [await makeWatched(FAILING), await makeWatched(FAILING)];
    await Promise.all([fail(off.webhookId), fail(gone.webhookId)]);
    await evaluateRules(now);
    await prisma().alertRule.update({ where: { id: off.rule.id }, data: { isEnabled: false } });
    await deleteWebhook(gone.owner, gone.webhook.id);
    await evaluateRules(later(1));
    for (const { told, incidents } of [off, gone]) {
      expect(await told()).toHaveLength(1);
      expect(await incidents()).toMatchObject([{ closedAt: now }]);
    }
  });

  it("stays as it is while its webhook is paused", async () => {
    const { owner, webhook, webhookId, told } = await makeWatched(FAILING);
    await fail(webhookId);
    await evaluateRules(now);
    await updateWebhook(owner, webhook.id, { status: "paused" });
    await mend(webhookId);
    await evaluateRules(later(10));
    await evaluateRules(later(10));
    expect(await told()).toHaveLength(1);
    await updateWebhook(owner, webhook.id, { status: "active" });
    await evaluateRules(now);
    await evaluateRules(later(3));
    expect(await told()).toHaveLength(2);
  });
});

it("a rule of the account looks at each of its webhooks, and at nobody else's; one of a webhook at that", async () => {
  const { owner, webhookId, rule, told, accountId } = await makeWatched(FAILING);
  const second = decodeId("webhook", (await makeWebhook(owner, { title: "ERP" })).id) ?? "";
  const other = await makeOwner();
  const foreign = decodeId("webhook", (await makeWebhook(other)).id) ?? "";
  for (const id of [webhookId, second, foreign]) await fail(id);
  await prisma().alertRule.update({ where: { id: rule.id }, data: { webhookId: second } });
  await evaluateRules(now);
  expect(await told()).toEqual(["repeated_failures: ERP fails again and again"]);
  await prisma().alertRule.update({ where: { id: rule.id }, data: { webhookId: null } });
  await evaluateRules(now);
  expect((await told()).toSorted()).toEqual([
    "repeated_failures: CRM fails again and again",
    "repeated_failures: ERP fails again and again",
  ]);
  expect(await prisma().notice.count({ where: { accountId: { not: accountId }, webhookId: foreign } })).toBe(0);
});

it("a rule that can't be read holds up no other, and quiet hours that can't be read hold up nothing", async () => {
  const condition: AlertCondition = { kind: "repeated_failures", count: 5 };
  const [unread, unquiet, sound] = [
    await makeWatched(condition),
    await makeWatched(condition),
    await makeWatched(condition),
  ];
  await prisma().alertRule.update({ where: { id: unread.rule.id }, data: { settings: { kind: "moon" } } });
  await prisma().account.update({ where: { id: unquiet.accountId }, data: { quietHours: { from: "noon" } } });
  for (const { webhookId } of [unread, unquiet, sound]) await health(webhookId, { consecutiveFailures: 5 });
  await evaluateRules(now);
  expect(await unread.told()).toEqual([]);
  for (const { told } of [unquiet, sound]) {
    expect(await told()).toEqual(["repeated_failures: CRM fails again and again"]);
  }
});

it("a rule may publish an event, as the catalogue says, to others than the webhook that it is about", async () => {
  const { owner, webhook, webhookId, accountId } = await makeWatched(FAILING, { operationalEvent: true });
  const other = decodeId("webhook", (await makeWebhook(owner)).id) ?? "";
  await fail(webhookId);
  await evaluateRules(now);
  await mend(webhookId);
  await evaluateRules(now);
  await evaluateRules(later(3));
  const events = await prisma().event.findMany({ where: { accountId }, orderBy: { id: "asc" } });
  expect(events.map(({ type }) => type)).toEqual(["webhook.failing", "webhook.recovered"]);
  for (const { type, data } of events) {
    const parsed = JSON.parse(data) as { webhook: object; alert: object };
    expect(schemaChecker({}).problemsOf(builtInType(type)?.schema, parsed)).toEqual([]);
    expect(parsed).toMatchObject({ webhook: { id: webhook.id }, alert: { title: "Watch", kind: "repeated_failures" } });
  }
  const { rows } = await pool().query("SELECT DISTINCT webhook_id AS id FROM deliveries WHERE account_id = $1", [
    accountId,
  ]);
  expect(rows).toEqual([{ id: other }]);
});
