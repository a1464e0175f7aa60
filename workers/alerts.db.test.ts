import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../lib/accounts/actor";
import { notify, type NewNotice } from "../lib/alerts/notify";
import { slackContext } from "../lib/alerts/messages";
import { decodeId } from "../lib/core/ids";
import { closeDb, prisma } from "../lib/db";
import { newId } from "../lib/new-id";
import { closeQueue } from "../lib/queue";
import { makeOwner, makeWebhook } from "../lib/testing/factories";
import { startMailServer, type MailServer } from "../lib/testing/mail-server";
import { startReceiver } from "../lib/testing/receivers";
import { waitUntil } from "../lib/testing/wait";
import { seal } from "../lib/vault";
import { alertTasks } from "./alerts";
import { systemResolver } from "./egress/resolve";
import { createSender } from "./egress/send";

let server: MailServer;
let now: Date;
const refused = new Set<string>();
const refuse = (address: string) => (refused.has(address) ? 550 : undefined);
const sender = createSender({ policy: "local", resolve: systemResolver("local"), proxy: undefined });
const tasks = alertTasks({ send: (call) => sender.send(call), isStopping: () => false, now: () => now });

beforeAll(async () => {
  server = await startMailServer({ refuse });
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: "Webhooks <hooks@example.com>" });
});
beforeEach(async () => {
  now = new Date("2026-03-25T08:22:50.254Z");
  // What other tests have left is none of this one's.
  await prisma().noticeMessage.deleteMany();
});
afterEach(() => void server.mails.splice(0));
afterAll(async () => {
  sender.close();
  await server.close();
  await closeQueue();
  await closeDb();
});

const later = (ms: number) => (now = new Date(now.getTime() + ms));

async function makeTold(changes: { alertEmails?: string[]; quietHours?: object } = {}) {
  const owner = await makeOwner();
  const { accountId } = owner;
  await prisma().account.update({ where: { id: accountId }, data: { alertEmails: ["ops@example.com"], ...changes } });
  const webhook = await makeWebhook(owner, { title: "CRM <b>integration</b>" });
  return { owner, webhook, webhookId: decodeId("webhook", webhook.id) ?? "" };
}

async function tell(owner: Actor, webhookId: string, changes: Partial<NewNotice> = {}): Promise<string> {
  const notice: NewNotice = {
    accountId: owner.accountId,
    webhookId,
    ruleId: null,
    incidentId: null,
    kind: "other",
    tone: "bad",
    title: "CRM <b>integration</b> is failing",
    facts: { evidence: "37 of 37 attempts failed with 401" },
    ...changes,
  };
  return prisma().$transaction((tx) => notify(tx, notice, now));
}

const messagesOf = (noticeId: string) =>
  prisma().noticeMessage.findMany({ where: { noticeId }, orderBy: { id: "asc" } });

describe("a notice by email", () => {
  it("comes as text and as HTML, says what it knows, and leads to the filtered log", async () => {
    const { owner, webhook, webhookId } = await makeTold();
    const id = await tell(owner, webhookId, { kind: "backlog_age" });
    await tasks.email.run();
    const [mail, ...others] = server.mails;
    expect(others).toEqual([]);
    expect([mail?.from, mail?.to]).toEqual(["hooks@example.com", ["ops@example.com"]]);
    expect(mail?.headers.get("from")).toBe("Webhooks <hooks@example.com>");
    expect(mail?.headers.get("subject")).toBe("CRM <b>integration</b> is failing");
    const link = `http://localhost:3000/settings/webhooks/logs?webhook=${webhook.id}&status=pending`;
    expect(mail?.text).toContain("37 of 37 attempts failed with 401");
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(`<a href="${link.replace("&", "&amp;")}">`);
    expect(mail?.html).toContain("CRM &lt;b&gt;integration&lt;/b&gt; is failing");
    expect(mail?.html).not.toContain("<b>");
    expect(await messagesOf(id)).toMatchObject([{ status: "sent", attempts: 1, sentAt: now, error: null }]);
    await tasks.email.run();
    expect(server.mails).toHaveLength(1);
  });

  it("goes to owners and admins where the account names nobody", async () => {
    const { owner, webhookId } = await makeTold({ alertEmails: [] });
    const people = { admin: newId(), viewer: newId() };
    for (const [role, userId] of Object.entries(people)) {
      await prisma().user.create({ data: { id: userId, email: `${role}-${userId}@example.com`, passwordHash: "-" } });
      await prisma().member.create({ data: { accountId: owner.accountId, userId, role } });
    }
    await tell(owner, webhookId);
    await tasks.email.run();
    const to = server.mails.flatMap((mail) => mail.to).toSorted();
    expect(to).toHaveLength(2);
    expect(to[1]).toBe(`admin-${people.admin}@example.com`);
  });

  it("is sent once by two workers at once, each notice in one mail", async () => {
    const { owner, webhookId } = await makeTold({ alertEmails: ["a@example.com", "b@example.com"] });
    for (let index = 0; index < 10; index++) await tell(owner, webhookId, { title: `Notice ${index}` });
    const other = alertTasks({ send: (call) => sender.send(call), isStopping: () => false, now: () => now });
    await Promise.all([tasks.email.run(), other.email.run(), tasks.email.run()]);
    expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual(["a@example.com", "b@example.com"]);
    for (const { text } of server.mails) expect(text.match(/^Notice \d$/gm)).toHaveLength(10);
  });

  it("waits while the server is away, ever longer, and goes later as the same mail", async () => {
    const { owner, webhookId } = await makeTold();
    const id = await tell(owner, webhookId);
    const { port } = server;
    await server.close();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await tasks.email.run();
      const [message] = await messagesOf(id);
      expect(message).toMatchObject({ status: "pending", error: expect.stringContaining("ECONNREFUSED") as string });
      waits.push(((message?.nextAttemptAt.getTime() ?? 0) - now.getTime()) / 1000);
      now = message?.nextAttemptAt ?? now;
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    server = await startMailServer({ port, refuse });
    await tasks.email.run();
    expect(server.mails).toHaveLength(1);
    expect(await messagesOf(id)).toMatchObject([{ status: "sent", attempts: 5 }]);
  });

  it("has the same Message-ID when it is sent again, as after a crash before it was recorded", async () => {
    const { owner, webhookId } = await makeTold();
    await tell(owner, webhookId, { title: "One" });
    const id = await tell(owner, webhookId, { title: "Two" });
    await tasks.email.run();
    const taken = { status: "pending", leasedUntil: later(60_000), sentAt: null };
    await prisma().noticeMessage.updateMany({ data: taken });
    await tell(owner, webhookId, { title: "Three" });
    await tasks.email.run();
    const ids = server.mails.map(({ headers, text }) => [headers.get("message-id"), text.includes("Two")]);
    expect(ids).toHaveLength(3);
    expect(ids.filter(([, isFirst]) => isFirst)).toEqual([ids[0], ids[0]]);
    expect(ids[0]?.[0]).toMatch(/^<[0-9a-f]{32}@localhost>$/);
    expect(await messagesOf(id)).toMatchObject([{ status: "sent", attempts: 2 }]);
  });

  it("is given up after three days", async () => {
    const { owner, webhookId } = await makeTold();
    const id = await tell(owner, webhookId);
    const { port } = server;
    await server.close();
    later(3 * 86_400_000 - 1);
    await tasks.email.run();
    expect(await messagesOf(id)).toMatchObject([{ status: "pending" }]);
    later(3_600_000);
    await tasks.email.run();
    expect(await messagesOf(id)).toMatchObject([{ status: "failed" }]);
    server = await startMailServer({ port, refuse });
    later(86_400_000);
    await tasks.email.run();
    expect(server.mails).toEqual([]);
  });

  it("isn't tried again for an address that the server refuses for good", async () => {
    const { owner, webhookId } = await makeTold({ alertEmails: ["gone@example.com", "ops@example.com"] });
    refused.add("gone@example.com");
    const id = await tell(owner, webhookId);
    await tasks.email.run();
    const messages = await messagesOf(id);
    expect(messages.map(({ target, status }) => [target, status])).toEqual([
      ["gone@example.com", "failed"],
      ["ops@example.com", "sent"],
    ]);
    expect(messages[0]?.error).toContain("550");
  });
});

describe("quiet hours", () => {
  const quietHours = { from: "08:00", until: "10:00", timeZone: "Europe/London" };

  it("hold messages back, not the inbox; then they go as one digest for each address", async () => {
    const { owner, webhookId } = await makeTold({ alertEmails: ["a@example.com", "b@example.com"], quietHours });
    for (const title of ["One", "Two", "Three"]) await tell(owner, webhookId, { title });
    expect(await prisma().notice.count({ where: { accountId: owner.accountId } })).toBe(3);
    await tasks.email.run();
    expect(server.mails).toEqual([]);
    now = new Date("2026-03-25T10:00:00Z");
    await tasks.email.run();
    expect(server.mails.map(({ to }) => to)).toEqual([["a@example.com"], ["b@example.com"]]);
    for (const { text, headers } of server.mails) {
      expect(headers.get("subject")).toBe("3 notices about your webhooks");
      expect(text.indexOf("One")).toBeLessThan(text.indexOf("Three"));
      expect(text).toContain("Wed 25 Mar 2026, 08:22 Europe/London");
    }
  });

  it("never hold back that a webhook was disabled", async () => {
    const { owner, webhookId } = await makeTold({ quietHours });
    await tell(owner, webhookId, { kind: "disabled", title: "Disabled" });
    await tasks.email.run();
    expect(server.mails.map(({ headers }) => headers.get("subject"))).toEqual(["Disabled"]);
  });

  it("hold back a warning of it only where there is time", async () => {
    const { owner, webhookId } = await makeTold({ quietHours });
    await tell(owner, webhookId, { kind: "failing", title: "Late", facts: { disablesAt: "2026-03-25T10:00:01Z" } });
    await tell(owner, webhookId, { kind: "failing", title: "Soon", facts: { disablesAt: "2026-03-25T09:59:59Z" } });
    await tasks.email.run();
    expect(server.mails.map(({ headers }) => headers.get("subject"))).toEqual(["Soon"]);
  });
});

describe("a notice to Slack", () => {
  async function makeRule(owner: Actor, url: string): Promise<string> {
    const id = newId();
    const channels = { email: [], slack: seal(url, slackContext(id)), operationalEvent: false };
    const settings = { kind: "repeated_failures", count: 5 };
    await prisma().alertRule.create({
      data: { id, accountId: owner.accountId, kind: settings.kind, title: "R", settings, channels },
    });
    return id;
  }

  it("is one text, with no markup but ours, by the guarded client", async () => {
    const { owner, webhook, webhookId } = await makeTold();
    const receiver = await startReceiver((response) => response.end("ok"));
    const ruleId = await makeRule(owner, `http://127.0.0.1:${receiver.port}/services/T0`);
    const id = await tell(owner, webhookId, { ruleId, kind: "test", title: "<!channel> a & b" });
    await tasks.slack.run();
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(String(receiver.received[0]?.body))).toEqual({
      text: `🔴 *&lt;!channel&gt; a &amp; b*\n37 of 37 attempts failed with 401\n<http://localhost:3000/settings/webhooks/${webhook.id}|Look at it>`,
    });
    expect(await messagesOf(id)).toMatchObject([{ channel: "slack", status: "sent" }]);
  });

  it("waits where it fails, and is given up where the hook is gone", async () => {
    const { owner, webhookId } = await makeTold();
    let status = 503;
    const receiver = await startReceiver((response) => response.writeHead(status).end());
    const ruleId = await makeRule(owner, `http://127.0.0.1:${receiver.port}/services/T0`);
    const id = await tell(owner, webhookId, { ruleId });
    await tasks.slack.run();
    expect(await messagesOf(id)).toMatchObject([{ status: "pending", error: "it answered 503" }]);
    status = 404;
    later(30_000);
    await tasks.slack.run();
    expect(await messagesOf(id)).toMatchObject([{ status: "failed", error: "it answered 404" }]);
  });

  it("is held up by no other's that hangs, and never goes to one target twice at once", async () => {
    const { owner, webhookId } = await makeTold();
    const hung: { end: (text: string) => void }[] = [];
    const hanging = await startReceiver((response) => void hung.push(response));
    const receiver = await startReceiver((response) => response.end("ok"));
    const slow = await makeRule(owner, `http://127.0.0.1:${hanging.port}/`);
    await tell(owner, webhookId, { ruleId: slow });
    const others = Array.from({ length: 9 }, () => makeRule(owner, `http://127.0.0.1:${receiver.port}/`));
    for (const ruleId of await Promise.all(others)) await tell(owner, webhookId, { ruleId });
    const run = tasks.slack.run();
    await waitUntil("one hangs, the others arrive", () => hung.length + receiver.received.length === 10, 9_000);
    await tell(owner, webhookId, { ruleId: slow });
    await tasks.slack.run();
    expect([hung.length, receiver.received.length]).toEqual([1, 9]);
    void waitUntil("the second comes", () => hung.length === 2, 9_000).then(() => hung[1]?.end("ok"));
    hung[0]?.end("ok");
    await run;
    expect(hung).toHaveLength(2);
    expect(await prisma().noticeMessage.count({ where: { channel: "slack", status: "sent" } })).toBe(11);
  });

  it("never goes where deliveries may not go", async () => {
    const { owner, webhookId } = await makeTold();
    const ruleId = await makeRule(owner, "http://169.254.169.254/latest");
    const id = await tell(owner, webhookId, { ruleId });
    await tasks.slack.run();
    expect(await messagesOf(id)).toMatchObject([{ error: expect.stringContaining("blocked_address") as string }]);
  });

  it("is given up where the URL can't be read any more", async () => {
    const { owner, webhookId } = await makeTold();
    const ruleId = await makeRule(owner, "http://127.0.0.1:4999/");
    const id = await tell(owner, webhookId, { ruleId });
    await prisma().noticeMessage.updateMany({ data: { target: seal("http://127.0.0.1:4999/", "other") } });
    await tasks.slack.run();
    expect(await messagesOf(id)).toMatchObject([{ status: "failed" }]);
  });
});

it("a notice of another account's webhook never names this account's", async () => {
  const [mine, theirs] = [
    await makeTold({ alertEmails: ["same@example.com"] }),
    await makeTold({ alertEmails: ["same@example.com"] }),
  ];
  await tell(mine.owner, mine.webhookId);
  await tell(theirs.owner, theirs.webhookId);
  await tasks.email.run();
  const told = server.mails.map(({ text }) => [text.includes(mine.webhook.id), text.includes(theirs.webhook.id)]);
  expect(told.toSorted()).toEqual([
    [false, true],
    [true, false],
  ]);
});
