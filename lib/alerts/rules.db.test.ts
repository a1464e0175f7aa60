import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { ALERT_RULES_MAX } from "../core/alert-rule";
import type { AppError } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { deleteWebhook } from "../webhooks/webhooks";
import { listNotices, markNoticesRead } from "./inbox";
import { recordMessages } from "./messages";
import { createAlertRule, deleteAlertRule, getAlertRule, listAlertRules, updateAlertRule } from "./rules";
import { sendTestAlert } from "./send-test";
import { getAlertSettings, updateAlertSettings } from "./settings";

Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "hooks@example.com" });

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const SLACK = "https://hooks.slack.example.com/services/T000/B000/secret";
const condition = { kind: "repeated_failures", count: 10 };
const rule = { title: "Ten in a row", condition };

const fieldsOf = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: AppError) => error.fields ?? error.code,
  );

describe("an alert rule", () => {
  it("tells owners and admins unless it is told otherwise, and is read as it was written", async () => {
    const owner = await makeOwner();
    const created = await createAlertRule(owner, rule);
    expect(created).toMatchObject({
      ...rule,
      webhookId: null,
      isEnabled: true,
      firing: 0,
      lastFiredAt: null,
      channels: { email: "owners", inbox: true, hasSlack: false, operationalEvent: false },
    });
    expect(await getAlertRule(owner, created.id)).toEqual(created);
    expect(await listAlertRules(owner)).toEqual([created]);
  });

  it("never shows its Slack URL, keeps it through other changes, and loses it when told", async () => {
    const owner = await makeOwner();
    const created = await createAlertRule(owner, { ...rule, channels: { slack: SLACK, email: [] } });
    expect(created.channels).toEqual({ email: [], inbox: true, hasSlack: true, operationalEvent: false });
    const row = await prisma().alertRule.findFirstOrThrow({ where: { accountId: owner.accountId } });
    expect(JSON.stringify([created, row])).not.toContain("secret");
    const changed = await updateAlertRule(owner, created.id, { channels: { operationalEvent: true }, title: "B" });
    expect(changed).toMatchObject({ title: "B", channels: { email: [], hasSlack: true, operationalEvent: true } });
    expect(await updateAlertRule(owner, created.id, { channels: { slack: null } })).toMatchObject({
      channels: { hasSlack: false, operationalEvent: true },
    });
  });

  it("names what is wrong with it, field by field", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    const foreign = (await makeWebhook(other)).id;
    const mine = (await makeWebhook(owner)).id;
    await deleteWebhook(owner, mine);
    const create = (changes: object) => fieldsOf(createAlertRule(owner, { ...rule, ...changes }));
    for (const webhookId of [foreign, mine, "wh_x", ""]) {
      expect(await create({ webhookId })).toEqual({ webhookId: "There is no webhook with this id." });
    }
    expect(await create({ channels: { slack: "http://169.254.169.254/" } })).toHaveProperty(["channels.slack"]);
    expect(await create({ channels: { slack: "nowhere" } })).toHaveProperty(["channels.slack"]);
    const failing = { kind: "event_type_failing", eventType: "call.made", count: 3 };
    expect(await create({ condition: failing })).toEqual({
      "condition.eventType": 'There is no event type "call.made".',
    });
    const silence = { kind: "silence", forMinutes: 60, eventTypes: ["call.ended", "call.made"] };
    expect(await create({ condition: silence })).toHaveProperty(["condition.eventTypes.1"]);
    expect(await listAlertRules(owner)).toEqual([]);
  });

  it("is one of at most so many", async () => {
    const owner = await makeOwner();
    const row = { accountId: owner.accountId, kind: condition.kind, title: "R", settings: condition, channels: {} };
    const channels = { email: [], slack: null, operationalEvent: false };
    await prisma().alertRule.createMany({
      data: Array.from({ length: ALERT_RULES_MAX - 1 }, () => ({ ...row, channels, id: newId() })),
    });
    const made = await Promise.allSettled(Array.from({ length: 4 }, () => createAlertRule(owner, rule)));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await deleteAlertRule(owner, (await listAlertRules(owner))[0]?.id ?? "");
    await createAlertRule(owner, rule);
  });

  it.each([
    ["another condition", { condition: { ...condition, count: 11 } }, 0],
    ["the same condition", { condition }, 1],
    ["another title", { title: "B" }, 1],
  ])("with %s has that many incidents", async (_, change, firing) => {
    const owner = await makeOwner();
    const webhookId = decodeId("webhook", (await makeWebhook(owner)).id) ?? "";
    const { id } = await createAlertRule(owner, rule);
    const openedAt = new Date("2026-03-25T08:24:30.000Z");
    const incident = { accountId: owner.accountId, webhookId, kind: condition.kind, openedAt, evidence: {} };
    await prisma().incident.create({ data: { ...incident, id: newId(), ruleId: decodeId("alertRule", id) ?? "" } });
    expect(await getAlertRule(owner, id)).toMatchObject({ firing: 1, lastFiredAt: openedAt.toISOString() });
    expect(await updateAlertRule(owner, id, change)).toMatchObject({ firing });
    await deleteAlertRule(owner, id);
    expect(await prisma().incident.count({ where: { accountId: owner.accountId, closedAt: null } })).toBe(0);
  });

  it("sends a test by each of its channels at once, also in quiet hours, and publishes nothing", async () => {
    const owner = await makeOwner();
    const all = { email: ["a@example.com", "a@example.com", "B@example.com"], slack: SLACK, operationalEvent: true };
    const webhook = await makeWebhook(owner);
    const { id } = await createAlertRule(owner, { ...rule, webhookId: webhook.id, channels: all });
    await updateAlertSettings(owner, { quietHours: { from: "00:00", until: "23:59", timeZone: "UTC" } });
    const notice = await sendTestAlert(owner, id);
    expect(notice).toMatchObject({ kind: "test", title: "Test: Ten in a row", webhookId: webhook.id, isRead: false });
    expect(notice.messages.map(({ channel, to, status }) => [channel, to, status])).toEqual([
      ["email", "a@example.com", "pending"],
      ["email", "b@example.com", "pending"],
      ["slack", null, "pending"],
    ]);
    for (const { nextAttemptAt } of notice.messages) expect(nextAttemptAt).toBe(notice.createdAt);
    expect(await prisma().event.count({ where: { accountId: owner.accountId } })).toBe(0);
    expect(JSON.stringify(notice)).not.toContain("secret");
  });

  describe("with messages that wait", () => {
    const channels = { email: ["a@example.com", "b@example.com"], slack: SLACK };
    const removed = "this address was removed";

    async function makeWaiting() {
      const owner = await makeOwner();
      const [{ id }, other] = [
        await createAlertRule(owner, { ...rule, channels }),
        await createAlertRule(owner, { ...rule, channels }),
      ];
      for (const ruleId of [id, other.id]) await sendTestAlert(owner, ruleId);
      /** a's, b's, and Slack's. */
      const waiting = async (ruleId = id) => {
        const where = { notice: { ruleId: decodeId("alertRule", ruleId) ?? "" } };
        const rows = await prisma().noticeMessage.findMany({ where, orderBy: [{ channel: "asc" }, { target: "asc" }] });
        return rows.map(({ status, error }) => error ?? status);
      };
      return { owner, id, waiting, others: () => waiting(other.id) };
    }

    it("sends none of them after it was deleted", async () => {
      const { owner, id, waiting, others } = await makeWaiting();
      await deleteAlertRule(owner, id);
      const why = "the rule was deleted";
      expect(await waiting()).toEqual([why, why, why]);
      expect(await others()).toEqual(["pending", "pending", "pending"]);
    });

    it.each([
      ["one address fewer", { email: ["b@example.com"] }, [removed, "pending", "pending"]],
      ["the owners' addresses instead", { email: "owners" }, [removed, removed, "pending"]],
      ["no Slack URL", { slack: null }, ["pending", "pending", removed]],
      ["another Slack URL", { slack: `${SLACK}2` }, ["pending", "pending", removed]],
      ["the same Slack URL", { slack: SLACK }, ["pending", "pending", "pending"]],
      ["an event besides", { operationalEvent: true }, ["pending", "pending", "pending"]],
    ])("sends what is for whom it still has, with %s", async (_, change, expected) => {
      const { owner, id, waiting, others } = await makeWaiting();
      await updateAlertRule(owner, id, { channels: change });
      expect(await waiting()).toEqual(expected);
      expect(await others()).toEqual(["pending", "pending", "pending"]);
    });

    it("leaves them so where one was being sent meanwhile, and failed", async () => {
      const { owner, id, waiting } = await makeWaiting();
      const lease = new Date(Date.now() + 60_000);
      const where = { notice: { ruleId: decodeId("alertRule", id) ?? "" } };
      await prisma().noticeMessage.updateMany({ where, data: { leasedUntil: lease } });
      const ids = (await prisma().noticeMessage.findMany({ where })).map((message) => message.id);
      await deleteAlertRule(owner, id);
      await recordMessages({ ids, attempt: 1, lease }, { ok: false, error: "503", isFinal: false }, new Date());
      expect(await waiting()).toEqual(Array(3).fill("the rule was deleted"));
    });
  });

  it("leaves an audit entry for each change", async () => {
    const owner = await makeOwner();
    const { id } = await createAlertRule(owner, rule);
    await updateAlertRule(owner, id, { isEnabled: false });
    await sendTestAlert(owner, id);
    await deleteAlertRule(owner, id);
    await updateAlertSettings(owner, { emails: ["ops@example.com"] });
    const entries = await prisma().auditEntry.findMany({
      where: { accountId: owner.accountId },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, target }) => [action, target])).toEqual([
      ["alert_rule.created", id],
      ["alert_rule.updated", id],
      ["alert_rule.tested", id],
      ["alert_rule.deleted", id],
      ["alert_settings.updated", encodeId("account", owner.accountId)],
    ]);
  });
});

describe("the inbox", () => {
  async function makeNotices(owner: Actor, count: number): Promise<string[]> {
    const { id } = await createAlertRule(owner, rule);
    const ids: string[] = [];
    for (let index = 0; index < count; index++) ids.push((await sendTestAlert(owner, id)).id);
    return ids;
  }

  async function colleagueOf(owner: Actor): Promise<Actor> {
    const userId = newId();
    await prisma().user.create({ data: { id: userId, email: `${userId}@example.com`, passwordHash: "-" } });
    await prisma().member.create({ data: { accountId: owner.accountId, userId, role: "viewer" } });
    return { ...owner, label: `user:${encodeId("user", userId)}`, permissions: ["webhooks:read"] };
  }

  it("is read by each member for themselves, and never unread again", async () => {
    const owner = await makeOwner();
    const colleague = await colleagueOf(owner);
    const [first = "", second = "", third = ""] = await makeNotices(owner, 3);
    expect((await listNotices(owner, { limit: 50 })).unreadCount).toBe(3);
    expect(await markNoticesRead(owner, { until: second })).toEqual({ unreadCount: 1 });
    expect(await markNoticesRead(owner, { until: first })).toEqual({ unreadCount: 1 });
    const { data } = await listNotices(owner, { limit: 50 });
    expect(data.map(({ id, isRead }) => [id, isRead])).toEqual([
      [third, false],
      [second, true],
      [first, true],
    ]);
    expect((await listNotices(colleague, { limit: 50 })).unreadCount).toBe(3);
    expect(await markNoticesRead(colleague, {})).toEqual({ unreadCount: 0 });
    expect((await listNotices(owner, { limit: 50 })).unreadCount).toBe(1);
  });

  it("knows nothing of reading where an API key asks", async () => {
    const owner = await makeOwner();
    const key = { ...owner, label: "key:key_x" };
    await makeNotices(owner, 1);
    expect(await markNoticesRead(key, {})).toEqual({ unreadCount: null });
    expect(await listNotices(key, { limit: 50 })).toMatchObject({ unreadCount: null, data: [{ isRead: null }] });
    expect((await listNotices(owner, { limit: 50 })).unreadCount).toBe(1);
  });

  it("has pages that hold each notice once, also while others come, and only this account's", async () => {
    const owner = await makeOwner();
    const ids = await makeNotices(owner, 5);
    await makeNotices(await makeOwner(), 1);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listNotices(owner, { limit: 2, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      if (seen.length === 2) await makeNotices(owner, 1);
    } while (cursor);
    expect(seen).toEqual(ids.toReversed());
  });

  it("can be asked for one webhook; an unknown one has none", async () => {
    const owner = await makeOwner();
    await makeNotices(owner, 1);
    const webhook = await makeWebhook(owner);
    const { id } = await createAlertRule(owner, { ...rule, webhookId: webhook.id });
    await sendTestAlert(owner, id);
    expect((await listNotices(owner, { limit: 50, webhookId: webhook.id })).data).toHaveLength(1);
    expect((await listNotices(owner, { limit: 50, webhookId: "wh_x" })).data).toEqual([]);
  });
});

describe("alert settings", () => {
  it("name owners and admins until somebody else is named", async () => {
    const owner = await makeOwner();
    const before = await getAlertSettings(owner);
    expect(before).toMatchObject({ emails: [], quietHours: null, canMail: true });
    expect(before.recipients).toEqual([expect.stringContaining("@example.com")]);
    const quietHours = { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" };
    const changed = await updateAlertSettings(owner, { emails: ["Ops@example.com"], quietHours });
    expect(changed).toEqual({
      emails: ["ops@example.com"],
      recipients: ["ops@example.com"],
      quietHours,
      canMail: true,
    });
    expect(await updateAlertSettings(owner, { quietHours: null })).toEqual({ ...changed, quietHours: null });
    expect(await updateAlertSettings(owner, { emails: [] })).toEqual(before);
  });
});
