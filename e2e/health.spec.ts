/** The course of a webhook whose receiver fails, with real processes and spans of seconds. */
import { expect, test } from "@playwright/test";
import pg from "pg";
import { startReceiver, type Received } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { watchSeconds } from "./rate-limit";

test.beforeEach(deleteAllWebhooks);

let db: pg.Pool;
test.beforeAll(() => {
  db = new pg.Pool({ connectionString: process.env["E2E_DATABASE_URL"] });
});
test.afterAll(() => db.end());

async function publish(count: number, type = "contact.updated"): Promise<void> {
  const events = Array.from({ length: count }, (_, n) => ({ type, data: { n } }));
  expect((await api("POST", "/events/batch", { events })).status).toBe(202);
}

const webhookNow = async (id: string) => (await api("GET", `/webhooks/${id}`)).body;
const heldBy = async (id: string) => (await api("GET", `/webhooks/${id}/held`)).body.count as number;
const deliveryOf = ({ headers }: Received) => headers["x-sydx-delivery-id"];

async function noticesOf(title: string): Promise<string[]> {
  const text = `SELECT kind FROM notices JOIN webhooks ON webhooks.id = notices.webhook_id WHERE webhooks.title = $1
    ORDER BY notices.id`;
  return (await db.query<{ kind: string }>(text, [title])).rows.map(({ kind }) => kind);
}

test("told, disabled, held, probed, recovered, drained: nothing lost, nothing twice, and gently", async () => {
  test.setTimeout(150_000);
  const receiver = await startReceiver(() => ({ status: 503 }));
  const { id, title } = await createWebhook(receiver.url, ["contact.*"], {
    retry: { delaysSeconds: Array.from({ length: 20 }, () => 3) },
    autoDisable: { noticeAfterSeconds: 2, disableAfterSeconds: 14 },
    autoRecover: true,
  });
  await publish(3);
  const warnedAt = async () => (await webhookNow(id)).health.disables?.warnedAt ?? null;
  await expect.poll(warnedAt, { timeout: 30_000 }).not.toBeNull();
  const { health } = await webhookNow(id);
  expect(health).toMatchObject({ state: "failing", successRate: 0, failures: [{ result: "503" }] });
  expect(health.evidence).toMatch(/^no success yet; \d+ of \d+ attempts since .* failed with 503$/);
  expect(Date.parse(health.disables.at) - Date.parse(health.failingSince)).toBeGreaterThanOrEqual(14_000);

  await expect.poll(async () => (await webhookNow(id)).status, { timeout: 60_000 }).toBe("disabled");
  const disabled = await webhookNow(id);
  expect(disabled).toMatchObject({ disabledReason: "failing_too_long", health: { state: "disabled" } });
  expect(Date.parse(disabled.disabledAt)).toBeGreaterThanOrEqual(Date.parse(health.disables.at));
  expect(await noticesOf(title)).toEqual(["failing", "disabled"]);

  await publish(60);
  await expect.poll(() => heldBy(id)).toBe(63);
  const sentBefore = receiver.received.length;
  await publish(60);
  await expect.poll(() => heldBy(id)).toBe(123);

  // As if a quarter of an hour had passed: the probe is one of those that are held, and it fails.
  const aQuarterAgo = "UPDATE webhooks SET probed_at = now() - interval '15 minutes' WHERE title = $1";
  await db.query(aQuarterAgo, [title]);
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(sentBefore + 1);
  const isProbeOver = async () =>
    (await db.query("SELECT FROM webhooks WHERE title = $1 AND probe_delivery_id IS NULL", [title])).rowCount === 1;
  await expect.poll(isProbeOver, { timeout: 20_000 }).toBe(true);
  expect((await webhookNow(id)).status).toBe("disabled");
  expect([await heldBy(id), receiver.received.length]).toEqual([123, sentBefore + 1]);

  receiver.answer = () => ({ status: 200 });
  receiver.received.length = 0;
  const mostInASecond = watchSeconds();
  await db.query(aQuarterAgo, [title]);
  await expect.poll(async () => (await webhookNow(id)).status, { timeout: 20_000 }).toBe("active");
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(123);
  expect(new Set(receiver.received.map(deliveryOf)).size).toBe(123);
  // The first is the probe. Then ten a second: never more in any one second of the first five.
  const [, ...others] = receiver.received;
  const gently = others.filter(({ at }) => at < (others[0]?.at ?? 0) + 4_000);
  expect(mostInASecond(gently)).toBeLessThanOrEqual(10);
  expect(await noticesOf(title)).toEqual(["failing", "disabled", "recovered"]);
  expect((await webhookNow(id)).health).toMatchObject({ consecutiveFailures: 0, disables: null });
  expect(await heldBy(id)).toBe(0);
  await receiver.close();
});

test("410 disables at once and is told once; resumed by hand, it works again and that is told, too", async () => {
  test.setTimeout(150_000);
  const receiver = await startReceiver(() => ({ status: 410 }));
  const { id, title } = await createWebhook(receiver.url, ["contact.*"], { autoRecover: true });
  await publish(1);
  await expect.poll(async () => (await webhookNow(id)).disabledReason, { intervals: [20] }).toBe("gone");
  await publish(2);
  await expect.poll(() => noticesOf(title), { timeout: 50_000 }).toEqual(["disabled"]);
  expect([await heldBy(id), receiver.received.length]).toEqual([2, 1]);
  receiver.answer = () => ({ status: 200 });
  await api("PATCH", `/webhooks/${id}`, { status: "active" });
  await expect.poll(() => receiver.received.length).toBe(3);
  await expect.poll(() => noticesOf(title), { timeout: 50_000 }).toEqual(["disabled", "recovered"]);
  await receiver.close();
});

test("an account's choice is asked for and changed over the API, and what makes no sense is refused", async () => {
  expect((await api("PATCH", "/disabling", { autoDisable: { preset: "off" }, autoRecover: true })).status).toBe(200);
  expect((await api("GET", "/disabling")).body).toEqual({ autoDisable: { preset: "off" }, autoRecover: true });
  const refused = await api("PATCH", "/disabling", {
    autoDisable: { noticeAfterSeconds: 60, disableAfterSeconds: 60 },
  });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      error: { fields: { "autoDisable.disableAfterSeconds": expect.stringContaining("a warning always precedes") } },
    },
  });
  await api("PATCH", "/disabling", { autoDisable: null, autoRecover: false });
});
