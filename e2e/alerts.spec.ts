/** Alerts as the real worker sends them: a rule, a receiver that fails, and who hears of it. */
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";

let slack: Receiver;
let receiver: Receiver;
test.beforeEach(async () => {
  await deleteAllWebhooks();
  await deleteAllRules();
  [slack, receiver] = await Promise.all([startReceiver(), startReceiver(() => ({ status: 503 }))]);
});
test.afterEach(async () => {
  await deleteAllRules();
  await deleteAllWebhooks();
  await Promise.all([slack.close(), receiver.close()]);
});

async function deleteAllRules(): Promise<void> {
  const { body } = await api("GET", "/alert-rules");
  for (const { id } of body.data) await api("DELETE", `/alert-rules/${id}`);
}

const texts = () => slack.received.map(({ body }) => (JSON.parse(body) as { text: string }).text);

async function makeRule(webhookId: string): Promise<string> {
  const { status, body } = await api("POST", "/alert-rules", {
    ...{ title: "Three in a row", webhookId, condition: { kind: "repeated_failures", count: 3 } },
    channels: { slack: slack.url, email: [], operationalEvent: true },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
}

test("a test alert arrives within seconds, also right after Redis was emptied", async () => {
  const { id } = await createWebhook(receiver.url, ["lead.*"]);
  const rule = await makeRule(id);
  const redis = new Redis(process.env["E2E_REDIS_URL"] ?? "");
  await redis.flushall();
  redis.disconnect();
  expect((await api("POST", `/alert-rules/${rule}/test`)).status).toBe(202);
  await expect.poll(texts, { timeout: 30_000 }).toEqual([expect.stringContaining("Test: Three in a row")]);
  const { body } = await api("GET", `/notices?webhookId=${id}`);
  expect(body.data[0]).toMatchObject({ kind: "test", messages: [{ channel: "slack", to: null }] });
});

test("failures are told once, to Slack, to the inbox and to another webhook", async () => {
  test.setTimeout(180_000);
  const { id, title } = await createWebhook(receiver.url, ["*"], { retry: { delaysSeconds: [1, 1, 1, 1] } });
  const other = await startReceiver();
  await createWebhook(other.url, ["webhook.*"]);
  await makeRule(id);
  for (let n = 0; n < 3; n++) await api("POST", "/events", { type: "lead.captured", data: { n } });
  await expect.poll(texts, { timeout: 100_000 }).toEqual([expect.stringContaining(`${title} fails again and again`)]);

  const { body } = await api("GET", `/notices?webhookId=${id}`);
  const ofRule = body.data.filter((notice: { ruleId: string | null }) => notice.ruleId);
  expect(ofRule.map(({ kind }: { kind: string }) => kind)).toEqual(["repeated_failures"]);
  await expect
    .poll(() => other.received.map(({ body }) => (JSON.parse(body) as { event: string }).event))
    .toEqual(expect.arrayContaining(["webhook.failing"]));
  // The webhook is subscribed to everything, and never told of itself.
  expect(receiver.received.some(({ body }) => body.includes('"event":"webhook.'))).toBe(false);
  await other.close();
});
