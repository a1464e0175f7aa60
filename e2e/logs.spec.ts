import { expect, test, type Page } from "@playwright/test";
import pg from "pg";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { API_KEY, OWNER, signIn } from "./owner";

let receiver: Receiver;

test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

const LOGS = "/settings/webhooks/logs";
const STREAM = "**/api/v1/deliveries/stream*";
const table = (page: Page) => page.getByRole("table", { name: "Deliveries" });
const rows = (page: Page) => table(page).locator("tbody tr");
const live = (page: Page) => page.getByRole("switch", { name: "Live" });
const search = (page: Page) => page.getByRole("search").getByRole("textbox");
const publish = (type: string, data: object = {}) => api("POST", "/events", { type, data });

async function publishMany(type: string, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, n) => ({ type, data: { n, contact: `9198${n}` } }));
  expect((await api("POST", "/events/batch", { events })).status).toBe(202);
}

/** A webhook with these deliveries, which stay as they are. */
async function heldWebhook(type: string, count: number) {
  const webhook = await createWebhook(receiver.url, [type], { status: "paused" });
  await publishMany(type, count);
  return webhook;
}

test("what arrives while one looks appears by itself, and moves nothing while it is paused", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["sms.*"]);
  await publish("sms.sent");
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(live(page)).toContainText("Live");
  await expect(rows(page)).toHaveCount(1);
  await publish("sms.failed");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("succeeded");

  await live(page).click();
  await expect(live(page)).not.toBeChecked();
  await publishMany("sms.replied", 12);
  await expect(page.getByRole("button", { name: "12 new" })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "12 new" }).click();
  await expect(rows(page)).toHaveCount(14);
  await expect(page.getByText("14 deliveries")).toBeVisible({ timeout: 15_000 });
});

test("a change made in one tab is seen in the other", async ({ page, context }) => {
  receiver.answer = () => ({ status: 503 });
  const { id } = await createWebhook(receiver.url, ["lead.*"], { retry: { delaysSeconds: [] } });
  await publish("lead.captured");
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(rows(page).first()).toContainText("failed");
  const other = await context.newPage();
  await other.goto(`${LOGS}?webhook=${id}`);
  await other.getByRole("button", { name: /Open lead.captured/ }).click();
  receiver.answer = () => ({ status: 200 });
  // Twice in a moment is once.
  await other.getByRole("button", { name: "Retry now" }).dblclick();
  await expect(rows(page).first()).toContainText("succeeded");
  await expect(other.getByRole("button", { name: /Attempt 2/ })).toBeVisible();
  expect(receiver.received).toHaveLength(2);
});

test("without a stream the log is read again and again, and says so", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["sms.*"]);
  await page.route(STREAM, (route) => route.abort());
  await signIn(page, `${LOGS}?webhook=${id}`);
  await publish("sms.sent");
  await page.reload();
  await expect(live(page)).toContainText("Every 3 s");
  await publish("sms.failed");
  await expect(rows(page)).toHaveCount(2);
  await page.unroute(STREAM);
  await expect(live(page)).toContainText("Live", { timeout: 40_000 });
});

test("pages lead to older ones and back, keep their place in the URL, and Back goes the same way", async ({ page }) => {
  const { id } = await heldWebhook("flow.triggered", 120);
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(page.getByText("120 deliveries")).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  const idOf = () => rows(page).first().locator("[data-delivery]").getAttribute("data-delivery");
  const first = await idOf();
  await page.getByRole("button", { name: "Older" }).click();
  await expect.poll(idOf).not.toBe(first);
  const second = await idOf();
  await page.getByRole("button", { name: "Older" }).click();
  await expect(rows(page)).toHaveCount(20);
  await expect(page.getByRole("button", { name: "Older" })).toBeHidden();
  await page.reload();
  await expect(rows(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Newer", exact: true }).click();
  await expect.poll(idOf).toBe(second);
  await page.goBack();
  await expect(rows(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Newest" }).click();
  await expect.poll(idOf).toBe(first);
  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitemcheckbox", { name: "failed" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "No delivery matches these filters" })).toBeVisible();
  await page.goBack();
  await expect.poll(idOf).toBe(first);
});

test("what events say is searched, what can't be read is told at the field, and a view keeps it", async ({ page }) => {
  const { id } = await heldWebhook("message.sent", 30);
  await signIn(page, `${LOGS}?webhook=${id}`);
  await search(page).fill("data.n >");
  await expect(page.getByText("At the end: a value is expected.")).toBeVisible();
  await expectNoAxeViolations(page);
  await search(page).fill("data.contact = 91987");
  await expect(page.getByText("A number finds no text.")).toBeVisible();
  await page.getByRole("button", { name: 'data.contact = "91987"' }).click();
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill('data.contact startsWith "91981" and data.n < 15');
  await expect(page.getByText("6 deliveries", { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
  await expect(page).toHaveURL(/where=data\.contact/);

  const name = `Mine ${Date.now()}`;
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).dblclick();
  await expect(page.getByRole("button", { name })).toBeVisible();
  await page.goto(LOGS);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name }).click();
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: `Delete “${name}”` }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name })).toBeVisible();
  const { body } = await api("GET", "/saved-views");
  expect(body.data).toEqual([]);
});

test("a failure stands beside the last success, what differs marked", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["call.*"], { retry: { delaysSeconds: [] } });
  await publish("call.ended", { n: 1 });
  await expect.poll(() => receiver.received.length).toBe(1);
  receiver.answer = () => ({ status: 401, body: '{"error":"Invalid signature"}' });
  await publish("call.ended", { n: 2 });
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(rows(page).first()).toContainText("failed");
  await rows(page).first().getByRole("button").click();
  const sheet = page.getByRole("dialog", { name: /call.ended/ });
  await expect(sheet.getByRole("link", { name: "Debug this signature" })).toHaveAttribute(
    "href",
    new RegExp(`/settings/webhooks/${id}\\?tab=verify&delivery=dlv_`),
  );
  await sheet.getByRole("button", { name: "Compare" }).click();
  await expect(sheet.getByRole("table", { name: "Request body" })).toContainText('"n": 1');
  await expect(sheet.getByRole("table", { name: "Request body" })).toContainText('"n": 2');
  await expect(sheet.getByRole("table", { name: "Response body" })).toContainText("Invalid signature");
  await expectNoAxeViolations(page);
  await page.reload();
  await expect(sheet.getByRole("table", { name: "Response body" })).toContainText("Invalid signature");
  await page.goBack();
  await expect(sheet).toBeHidden();
});

test("by keyboard alone rows are walked, opened, retried and closed", async ({ page }) => {
  receiver.answer = () => ({ status: 503 });
  const { id } = await createWebhook(receiver.url, ["sms.*"], { retry: { delaysSeconds: [] } });
  await publish("sms.sent");
  await publish("sms.failed");
  await signIn(page, `${LOGS}?webhook=${id}&status=failed`);
  await expect(rows(page)).toHaveCount(2);
  receiver.answer = () => ({ status: 200 });
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: /sms.sent/ });
  await expect(sheet).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("dialog", { name: /sms.failed/ })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByText("It is being sent again.")).toBeVisible();
  await expect.poll(() => receiver.received.length).toBe(3);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`loading, empty, no match and error are four different things, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page);
    const list = /\/api\/v1\/deliveries\?/;
    const { promise: held, resolve: go } = withResolvers();
    await page.route(list, async (route) => {
      await held;
      await route.fulfill({ json: { data: [], nextCursor: null, prevCursor: null, searchedTo: null } });
    });
    await page.goto(LOGS);
    await expect(page.getByRole("status", { name: "Loading deliveries" })).toBeVisible();
    await expectNoAxeViolations(page);
    go();
    await expect(page.getByRole("heading", { name: "No deliveries yet" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.goto(`${LOGS}?type=call.ended`);
    await expect(page.getByRole("heading", { name: "No delivery matches these filters" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.unroute(list);
    await page.route(list, (route) =>
      route.fulfill({ status: 422, json: { error: { code: "validation_failed", message: "Not so." } } }),
    );
    await page.goto(`${LOGS}?type=call.ended`);
    await expect(page.getByRole("heading", { name: "The deliveries could not be loaded" })).toBeVisible();
    await expect(page.getByText("Not so.")).toBeVisible();
    await expectNoAxeViolations(page);
    await page.unroute(list);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("The deliveries could not be loaded")).toBeHidden();
  });
}

test("a search that ends early says how far it came, and goes on when asked", async ({ page }) => {
  const { id } = await heldWebhook("agent.created", 3);
  const list = /\/api\/v1\/deliveries\?/;
  const { body } = await api("GET", `/deliveries?webhookId=${id}&limit=1`);
  await signIn(page);
  await page.route(list, async (route) => {
    if (route.request().url().includes("cursor=")) return route.continue();
    await route.fulfill({ json: { ...body, prevCursor: null, searchedTo: "2026-03-25T08:22:50.000Z" } });
  });
  await page.goto(`${LOGS}?webhook=${id}`);
  await expect(page.getByText("Searched back to 25 Mar 2026")).toBeVisible();
  await page.getByRole("button", { name: "Search further back" }).click();
  await expect(rows(page)).toHaveCount(2);
});

test("on a phone the filters are a sheet with a count, and nothing scrolls sideways", async ({ browser }) => {
  const { id } = await heldWebhook("chat.message_received", 3);
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
    reducedMotion: "reduce",
  });
  const page = await phone.newPage();
  await signIn(page, `${LOGS}?webhook=${id}`);
  const list = page.getByRole("list", { name: "Deliveries" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);
  await page.getByRole("button", { name: "Filters (1)" }).tap();
  await page.getByRole("dialog", { name: "Filters" }).getByRole("button", { name: "Time any" }).tap();
  await page.getByRole("menuitem", { name: "last hour" }).tap();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Show deliveries" }).tap();
  await expect(page.getByRole("button", { name: "Filters (2)" })).toBeVisible();
  await expectNoAxeViolations(page);
  await list.getByRole("button").first().tap();
  await expect(page.getByRole("dialog", { name: /chat.message_received/ })).toBeVisible();
  expect(await width()).toBe(390);
  await expectNoAxeViolations(page);
  await phone.close();
});

test("with reduced motion a new row doesn't flash", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { id } = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `${LOGS}?webhook=${id}`);
  await publish("sms.sent");
  await expect(rows(page)).toHaveCount(1);
  await publish("sms.failed");
  await expect(rows(page)).toHaveCount(2);
  const duration = await rows(page)
    .first()
    .evaluate((row) => Number.parseFloat(getComputedStyle(row).animationDuration));
  expect(duration).toBeLessThan(0.01);
});

test("the export has as many lines as the count says", async ({ page }) => {
  const { id } = await heldWebhook("sms.sent", 60);
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(page.getByText("60 deliveries")).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const begun = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^deliveries-.*\.csv$/);
  const stream = await download.createReadStream();
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  expect(text.trimEnd().split("\r\n")).toHaveLength(61);
});

test("a stream ends with its key, and a page whose session has ended leads to where one signs in", async ({ page }) => {
  const { id } = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `${LOGS}?webhook=${id}`);
  await expect(live(page)).toContainText("Live");
  const db = new pg.Client(process.env["E2E_DATABASE_URL"]);
  await db.connect();
  await db.query("DELETE FROM sessions");
  await db.end();
  await page.waitForURL(/\/login\?next=/, { timeout: 20_000 });
});

test("who may only read sees no way to retry, and keeps views of their own", async ({ page }) => {
  const { id } = await heldWebhook("sms.sent", 2);
  const email = `viewer-${Date.now()}@acme.example`;
  const db = new pg.Client(process.env["E2E_DATABASE_URL"]);
  await db.connect();
  await db.query(
    `WITH made AS (
       INSERT INTO users (id, email, password_hash)
       SELECT gen_random_uuid(), $1, password_hash FROM users WHERE email = $2 RETURNING id
     )
     INSERT INTO members (account_id, user_id, role)
     SELECT account_id, made.id, 'viewer' FROM made, members JOIN users ON users.id = user_id WHERE email = $2`,
    [email, OWNER.email],
  );
  await db.end();
  await page.goto(`/login?next=${encodeURIComponent(`${LOGS}?webhook=${id}`)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: /Retry/ })).toHaveCount(0);
  await expect(table(page).getByRole("checkbox")).toHaveCount(0);
  await rows(page).first().getByRole("button").click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Copy as curl" })).toHaveCount(0);
  await expect(page.getByRole("dialog").getByRole("button", { name: /Retry|Send again/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByLabel("Name").fill("Only mine");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Only mine" })).toBeVisible();
});

test("a stream over the API tells what is made, and how it changes", async () => {
  await createWebhook(receiver.url, ["sms.*"]);
  const until = new AbortController();
  const response = await fetch(`${process.env["E2E_URL"]}/api/v1/deliveries/stream?type=sms.sent`, {
    headers: { Authorization: `Bearer ${API_KEY}` },
    signal: until.signal,
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  let told = "";
  void (async () => {
    for await (const chunk of response.body ?? []) told += new TextDecoder().decode(chunk);
  })().catch(() => undefined);
  await expect.poll(() => told).toContain("event: ready");
  await publish("sms.sent");
  await expect.poll(() => told).toContain('"status":"succeeded"');
  until.abort();
});

test("asking for heads alone takes no place of a stream or an export", async () => {
  await createWebhook(receiver.url, ["sms.*"]);
  const asked = { method: "HEAD", headers: { Authorization: `Bearer ${API_KEY}` } };
  for (const [path, count] of [
    ["stream", 32],
    ["export", 4],
  ] as const) {
    for (let n = 0; n < count; n++) {
      const { status } = await fetch(`${process.env["E2E_URL"]}/api/v1/deliveries/${path}`, asked);
      expect(status).toBe(200);
    }
  }
});
