import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { signIn } from "./owner";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { workerOf } from "../lib/testing/product";

let receiver: Receiver;

test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

/** A webhook with so many failed deliveries; its receiver takes everything from then on. */
async function makeFailed(count: number, type: string) {
  receiver.answer = () => ({ status: 503 });
  const webhook = await createWebhook(receiver.url, [type], { retry: { delaysSeconds: [] } });
  await Promise.all(Array.from({ length: count }, (_, i) => api("POST", "/events", { type, data: { i } })));
  await expect.poll(() => countOf(webhook.id, "failed"), { timeout: 20_000 }).toBe(count);
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 200 });
  return webhook;
}

const countOf = async (webhookId: string, status: string): Promise<number> =>
  (await api("GET", `/deliveries?webhookId=${webhookId}&status=${status}&limit=200`)).body.data.length;

test("all that match are counted, sent again at their pace, paused and resumed, also over a reload", async ({
  page,
}) => {
  const { id } = await makeFailed(30, "flow.completed");
  await signIn(page, `/settings/webhooks/logs?webhook=${id}&status=failed`);
  await page.getByRole("button", { name: "Retry all that match" }).click();
  const dialog = page.getByRole("dialog", { name: "Retry 30 deliveries?" });
  await expect(dialog).toContainText("30 deliveries to 1 webhook");
  await expect(dialog).toContainText("About 3 s at 10/s");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Retry" }).click();

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Bulk retry paused")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Bulk retry paused")).toBeVisible();
  expect(receiver.received.length).toBeLessThan(30);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Bulk retry done")).toBeVisible();
  await expect(page.getByText("30 of 30")).toBeVisible();
  await expect.poll(() => countOf(id, "succeeded")).toBe(30);
  expect(receiver.received).toHaveLength(30);

  await page.getByRole("link", { name: "See them" }).click();
  await expect(page).toHaveURL(/redelivery=rdl_/);
  await page
    .getByRole("button", { name: /Open flow.completed/ })
    .first()
    .click();
  const sheet = page.getByRole("dialog", { name: /flow.completed/ });
  await expect(sheet.getByText("Retried by hand")).toBeVisible();
  await expect(sheet.getByRole("link", { name: "a bulk retry" })).toBeVisible();
});

test("what is ticked is sent again, and nothing else", async ({ page }) => {
  const { id } = await makeFailed(3, "sms.failed");
  await signIn(page, `/settings/webhooks/logs?webhook=${id}`);
  const boxes = page.getByLabel(/^Select sms.failed/).filter({ visible: true });
  await boxes.first().check();
  await boxes.last().check();
  await page.getByRole("button", { name: "Retry 2 selected" }).click();
  await page.getByRole("dialog", { name: "Retry 2 deliveries?" }).getByRole("button", { name: "Retry" }).click();
  await expect.poll(() => countOf(id, "succeeded")).toBe(2);
  expect(await countOf(id, "failed")).toBe(1);
});

test("on a phone, what is ticked is sent again, too", async ({ browser }) => {
  const { id } = await makeFailed(3, "sms.replied");
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await signIn(page, `/settings/webhooks/logs?webhook=${id}`);
  const boxes = page.getByLabel(/^Select sms.replied/).filter({ visible: true });
  await boxes.first().tap();
  await boxes.last().tap();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Retry 2 selected" }).tap();
  await page.getByRole("dialog", { name: "Retry 2 deliveries?" }).getByRole("button", { name: "Retry" }).tap();
  await expect.poll(() => countOf(id, "succeeded")).toBe(2);
  expect(await countOf(id, "failed")).toBe(1);
  await phone.close();
});

test("resuming asks what becomes of what was held; the last two go out, the others are cancelled", async ({ page }) => {
  const { id, title } = await createWebhook(receiver.url, ["lead.*"], { status: "paused" });
  for (let i = 0; i < 5; i++) await api("POST", "/events", { type: "lead.captured", data: { i } });
  await signIn(page);
  await page.getByRole("button", { name: `Actions for ${title}` }).click();
  await page.getByRole("menuitem", { name: "Resume" }).click();
  const dialog = page.getByRole("dialog", { name: `Resume ${title}` });
  await expect(dialog).toContainText("It holds 5 deliveries");
  await expect(dialog.getByLabel("Deliver all 5")).toBeChecked();
  await dialog.getByLabel("Deliver only the last ones").check();
  await dialog.getByLabel("How many of the last").fill("2");
  await expect(dialog).toContainText("3 older ones are cancelled");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => countOf(id, "succeeded")).toBe(2);
  expect(await countOf(id, "cancelled")).toBe(3);
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.i).toSorted()).toEqual([3, 4]);
});

test("a replay brings a new webhook what was published before it existed", async ({ page }) => {
  const { body: event } = await api("POST", "/events", { type: "campaign.paused", data: { name: "Spring" } });
  const { id, title } = await createWebhook(receiver.url, ["campaign.paused"]);
  await signIn(page, `/settings/webhooks/${id}`);
  await page.getByRole("button", { name: `Actions for ${title}` }).click();
  await page.getByRole("menuitem", { name: "Replay events" }).click();
  const dialog = page.getByRole("dialog", { name: `Replay events to ${title}` });
  await expect(dialog).toContainText(/\d+ events?\./);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("Replay done")).toBeVisible();
  const ids = () => receiver.received.map(({ headers }) => headers["x-sydx-event-id"]);
  await expect.poll(ids).toContain(event.id);
});

test("a bulk retry goes on where it stopped after its worker was killed, and does nothing twice", async () => {
  test.setTimeout(120_000);
  const { id } = await makeFailed(60, "call.ended");
  const begun = await api("POST", "/deliveries/retry", { filter: { webhookId: [id] }, ratePerSecond: 20 });
  expect(begun).toMatchObject({ status: 202, body: { total: 60, status: "running" } });
  await expect.poll(() => receiver.received.length).toBeGreaterThan(10);
  const worker = workerOf(Number(process.env["E2E_LAUNCHER"]));
  if (!worker) throw new Error("the worker does not run");
  process.kill(worker, "SIGKILL");
  const now = async () => (await api("GET", `/redeliveries/${begun.body.id}`)).body;
  await expect.poll(async () => (await now()).status, { timeout: 60_000 }).toBe("done");
  expect(await now()).toMatchObject({ total: 60, done: 60, skipped: 0 });
  // What was under way when the worker died may come twice, as after every crash; no delivery is begun twice.
  await expect.poll(() => countOf(id, "succeeded"), { timeout: 60_000 }).toBe(60);
  expect(await countOf(id, "failed")).toBe(0);
});

test("unknown ids and commands that come too late are refused in words", async () => {
  const { id } = await makeFailed(1, "sms.sent");
  const unknown = await api("GET", "/redeliveries/rdl_00000000000000000000000000");
  expect(unknown).toEqual(await api("POST", "/redeliveries/nonsense/cancel"));
  expect(unknown.status).toBe(404);
  const { body } = await api("POST", "/deliveries/retry", { filter: { webhookId: [id] } });
  await expect.poll(async () => (await api("GET", `/redeliveries/${body.id}`)).body.status).toBe("done");
  const late = await api("POST", `/redeliveries/${body.id}/cancel`);
  expect(late).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining("done already") } } });
  for (const [asked, field] of [
    [{}, "filter"],
    [{ ids: [], ratePerSecond: 10 }, "ids"],
    [{ filter: { status: ["pending"] } }, "filter.status.0"],
    [{ filter: {}, ratePerSecond: 501 }, "ratePerSecond"],
  ] as const) {
    const refused = await api("POST", "/deliveries/retry", asked);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.error.fields)).toEqual([field]);
  }
  const discardNothing = await api("PATCH", `/webhooks/${id}`, { held: "discard" });
  expect(discardNothing).toMatchObject({ status: 422, body: { error: { fields: { held: expect.any(String) } } } });
});
