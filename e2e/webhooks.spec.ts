import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations } from "./axe";
import { OWNER, signIn, signInAnew } from "./owner";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { isGenuine } from "../lib/testing/documented-verifiers";

let receiver: Receiver;

test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

test("the main job: create, copy the secret, test, publish, verify, read the log", async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Create webhook" }).first().click();

  await page.getByLabel("Title").fill("CRM integration");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("group", { name: "Contacts" }).getByRole("checkbox", { name: "Contacts" }).check();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create webhook" }).click();

  const dialog = page.getByRole("dialog", { name: "The secret of CRM integration" });
  const secret = (await dialog.getByLabel("Secret", { exact: true }).textContent()) ?? "";
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByRole("heading", { name: "CRM integration", exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("button", { name: "Test" }).click();
  const sheet = page.getByRole("dialog", { name: "Test CRM integration" });
  await expect(sheet.getByText(/^200 in \d+ ms/)).toBeVisible();
  await expect(sheet.getByRole("region", { name: "Request body" })).toContainText("test.ping");
  expect(receiver.received).toHaveLength(1);
  await expectNoAxeViolations(page);
  await sheet.getByRole("button", { name: "Close" }).click();

  const published = await api("POST", "/events", { type: "contact.created", data: { contact: "919876543210" } });
  expect(published.status).toBe(202);
  await expect.poll(() => receiver.received.length).toBe(2);
  for (const received of receiver.received) expect(isGenuine(received, secret)).toBe(true);
  const delivered = receiver.received[1];
  expect(delivered?.headers["x-sydx-event-id"]).toBe(published.body.id);
  expect(delivered?.headers["x-sydx-timestamp"]).toBe(published.body.timestamp);

  const tabs = page.getByRole("navigation", { name: "This webhook" });
  await tabs.getByRole("link", { name: "Deliveries" }).click();
  const row = page.getByRole("row").filter({ hasText: "contact.created" });
  await expect(row).toContainText("succeeded");
  await expect(row).toContainText("200");
  await expectNoAxeViolations(page);
});

test("a sidecar and a standard webhook are created, and their receivers find the deliveries genuine", async ({
  page,
}) => {
  await signIn(page, "/settings/webhooks/new");
  const preview = page.getByRole("region", { name: "Request preview" });
  await page.getByLabel("Title").fill("Sidecar");
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByLabel("Format").click();
  await page.getByRole("option", { name: "Sidecar CX" }).click();
  await expect(preview).toContainText("applicationID");
  await expect(page.getByText("Up to 6 attempts")).toBeVisible();
  await page.getByLabel("All events").check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("Authorization")).toHaveAccessibleDescription(/needs the value/);
  await page.getByLabel("Authorization").fill("Bearer chosen-value");
  await page.getByText("How", { exact: true }).click();
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByLabel("Name of header 1").fill("Host");
  await page.getByLabel("Value of header 1").fill("crm");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByText("Host belongs to the connection.")).toBeVisible();
  await page.getByLabel("Name of header 1").fill("X-Team");
  await expect(preview).toContainText("X-Team: crm");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create webhook" }).click();
  const dialog = page.getByRole("dialog", { name: "The secret of Sidecar" });
  await expect(dialog.getByText("authenticated by the Authorization value")).toBeVisible();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  const tabs = page.getByRole("navigation", { name: "This webhook" });
  await tabs.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("set, not shown")).toBeVisible();

  await page.goto("/settings/webhooks/new");
  await page.getByLabel("Title").fill("Standard");
  await page.getByLabel("URL").fill(`${receiver.url}/standard`);
  await page.getByLabel("Format").click();
  await page.getByRole("option", { name: "Standard Webhooks" }).click();
  await page.getByLabel("All events").check();
  await page.getByRole("button", { name: "Create webhook" }).click();
  const secret = (await page.getByLabel("Secret", { exact: true }).textContent()) ?? "";
  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByRole("heading", { name: "Standard", exact: true })).toBeVisible();

  // Some receivers say back what they got, for whoever debugs them.
  receiver.answer = ({ headers }) => ({
    status: 200,
    headers: { "x-was": headers.authorization ?? "none" },
    body: JSON.stringify(headers),
  });
  const { body: event } = await api("POST", "/events", { type: "lead.captured", data: { name: "Ada" } });
  await expect.poll(() => receiver.received.length).toBe(2);
  const at = (path: string) => receiver.received.filter((received) => received.path === path);
  for (const received of at("/hook")) {
    expect(isGenuine(received, "Bearer chosen-value", "sidecar")).toBe(true);
    expect(JSON.parse(received.body)).toMatchObject({ webhookType: "lead.captured", name: "Ada" });
    expect(received.headers).toMatchObject({ "x-team": "crm", "x-webhook-event-id": event.id });
  }
  for (const received of at("/hook/standard")) {
    expect(isGenuine(received, secret, "standard")).toBe(true);
    expect(received.headers["webhook-id"]).toBe(event.id);
  }
  expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(["/hook", "/hook/standard"]);

  const { body: log } = await api("GET", `/events/${event.id}`);
  for (const { id } of log.deliveries) await expectShownAsSent(id);
});

/** What the log shows of a delivery is what arrived, byte for byte, without the Authorization's value. */
async function expectShownAsSent(deliveryId: string) {
  const read = async () => (await api("GET", `/deliveries/${deliveryId}`)).body;
  await expect.poll(async () => (await read()).status).toBe("succeeded");
  const delivery = await read();
  expect(receiver.received.map(({ body }) => body)).toContain(delivery.requestBody);
  expect(JSON.stringify(delivery)).not.toContain("chosen-value");
}

test("a failed delivery says why, and Retry now delivers it once the receiver is mended", async ({ page }) => {
  receiver.answer = () => ({ status: 401, body: '{"error":"Invalid signature"}' });
  const webhook = await createWebhook(receiver.url, ["lead.*"], { retry: { delaysSeconds: [] } });
  await api("POST", "/events", { type: "lead.captured", data: { name: "Ada" } });
  await signIn(page, `/settings/webhooks/logs?webhook=${webhook.id}`);

  await page.getByRole("button", { name: /Open lead.captured/ }).click();
  const sheet = page.getByRole("dialog", { name: /lead.captured/ });
  await expect(sheet.getByText("401: the receiver refused the signature or credentials.")).toBeVisible();
  await expect(sheet.getByRole("region", { name: "Response body" })).toContainText("Invalid signature");
  await expectNoAxeViolations(page);

  receiver.answer = () => ({ status: 200 });
  await sheet.getByRole("button", { name: "Retry now" }).click();
  await expect(sheet.getByText("Attempt 2")).toBeVisible();
  await expect(sheet.getByText(/^200 in/)).toBeVisible();
  const ids = receiver.received.map(({ headers }) => headers["x-sydx-event-id"]);
  expect(new Set(ids).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test("filters live in the URL, survive a reload, and Back undoes them", async ({ page }) => {
  receiver.answer = ({ body }) => ({ status: body.includes("sms.failed") ? 500 : 200 });
  const webhook = await createWebhook(receiver.url, ["sms.*"], { retry: { delaysSeconds: [] } });
  await api("POST", "/events", { type: "sms.sent", data: {} });
  await api("POST", "/events", { type: "sms.failed", data: {} });
  await signIn(page, `/settings/webhooks/logs?webhook=${webhook.id}`);
  const table = page.getByRole("table", { name: "Deliveries" });
  await expect(table.getByText("sms.failed")).toBeVisible();
  await expect(table.getByText("failed", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitemcheckbox", { name: "failed" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/status=failed/);
  await expect(table.getByText("sms.sent")).toBeHidden();
  await page.reload();
  await expect(table.getByText("sms.failed")).toBeVisible();
  await expect(table.getByText("sms.sent")).toBeHidden();

  await page.goBack();
  await expect(table.getByText("sms.sent")).toBeVisible();

  await page.goto(`/settings/webhooks/logs?webhook=${webhook.id}&type=call.ended`);
  await expect(page.getByRole("heading", { name: "No delivery matches these filters" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("rotating shows a new secret once and signs with it from then on", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["agent.*"]);
  await signIn(page);
  await page.getByRole("button", { name: `Actions for ${webhook.title}` }).click();
  await page.getByRole("menuitem", { name: "Rotate secret" }).click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Rotate secret" }).click();
  const dialog = page.getByRole("dialog", { name: "The new secret" });
  const secret = (await dialog.getByLabel("Secret", { exact: true }).textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  expect(secret).not.toBe(webhook.secret);

  await expect
    .poll(async () => {
      await api("POST", `/webhooks/${webhook.id}/test`);
      const last = receiver.received.at(-1);
      return last !== undefined && isGenuine(last, secret) && !isGenuine(last, webhook.secret);
    })
    .toBe(true);
});

test("pausing holds deliveries, resuming sends them", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["flow.*"]);
  await signIn(page);
  const menu = page.getByRole("button", { name: `Actions for ${webhook.title}` });
  await menu.click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  await expect(page.getByRole("row").filter({ hasText: webhook.title })).toContainText("paused");

  const { body: event } = await api("POST", "/events", { type: "flow.completed", data: {} });
  const statusNow = async () => (await api("GET", `/events/${event.id}`)).body.deliveries[0].status;
  await expect.poll(statusNow).toBe("held");
  expect(receiver.received).toHaveLength(0);

  await menu.click();
  await page.getByRole("menuitem", { name: "Resume" }).click();
  const dialog = page.getByRole("dialog", { name: `Resume ${webhook.title}` });
  await expect(dialog).toContainText("It holds 1 delivery");
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect.poll(statusNow).toBe("succeeded");
  expect(receiver.received).toHaveLength(1);
});

test("a paused webhook's page says how much it holds, and leads there", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["flow.*"], { status: "paused" });
  for (let i = 0; i < 3; i++) await api("POST", "/events", { type: "flow.triggered", data: { i } });
  await signIn(page, `/settings/webhooks/${webhook.id}`);
  await page.getByRole("link", { name: "3 held" }).click();
  await expect(page).toHaveURL(/status=held/);
  await expect(page.getByRole("row").filter({ hasText: "flow.triggered" })).toHaveCount(3);
});

test("in migration mode the page has the code that verifies either format, and whose headers are whose", async ({
  page,
}) => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const webhook = await createWebhook(receiver.url, ["flow.*"], { alsoSign: { format: "standard", until } });
  await signIn(page, `/settings/webhooks/${webhook.id}?tab=verify`);
  const sydx = page.getByRole("region", { name: "Sydx AI", exact: true });
  await expect(sydx.getByRole("list")).toContainText("X-Sydx-Signature");
  await expect(sydx.getByRole("list")).not.toContainText("webhook-signature");
  await expect(sydx.getByRole("region")).toContainText("x-sydx-signature");
  const standard = page.getByRole("region", { name: "Standard Webhooks", exact: true });
  await expect(standard.getByRole("listitem")).toHaveText(["webhook-id", "webhook-timestamp", "webhook-signature"]);
  await expect(standard.getByRole("region", { name: "Verification code, Standard Webhooks" })).toContainText("v1,");
  await expectNoAxeViolations(page);
});

test("a form that was only looked through finds no fault; one that has settings of its own shows them", async ({
  page,
}) => {
  await signIn(page, "/settings/webhooks/new");
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.getByText("How", { exact: true }).click();
  await expect(page.getByLabel("Per second")).toBeVisible();
  await expect(page.getByText("Give the webhook a title.")).toBeHidden();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/Give the webhook a title/);

  const plain = await createWebhook(receiver.url, ["flow.*"]);
  const own = await createWebhook(receiver.url, ["flow.*"], { ratePerSecond: 20, headers: { "X-Team": "crm" } });
  await page.goto(`/settings/webhooks/${plain.id}/edit`);
  await expect(page.getByLabel("Title")).toBeFocused();
  await expect(page.getByLabel("Per second")).toBeHidden();
  await page.goto(`/settings/webhooks/${own.id}/edit`);
  await expect(page.getByLabel("Per second")).toHaveValue("20");
  await expect(page.getByText("At most 20 a second. 1 extra header.")).toBeVisible();
});

test("editing changes where pending deliveries go; what the server refuses comes back to its field", async ({
  page,
}) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/old", ["call.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}/edit`);
  await page.getByLabel("URL").fill("http://169.254.169.254/latest/meta-data");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByLabel("URL")).toHaveAccessibleDescription(/private or reserved address/);
  await page.getByLabel("URL").fill(receiver.url);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page).toHaveURL(`/settings/webhooks/${webhook.id}`);
  await expect(page.getByText(receiver.url)).toBeVisible();
  expect((await api("GET", `/webhooks/${webhook.id}`)).body.url).toBe(receiver.url);
});

test("two who edit one webhook can't overwrite each other unseen", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["call.*"]);
  await signIn(page, `/settings/webhooks/${webhook.id}/edit`);
  await page.getByLabel("Title").fill("Mine");
  await api("PATCH", `/webhooks/${webhook.id}`, { title: "Theirs", ratePerSecond: 5 });
  await page.getByRole("button", { name: "Save changes" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Somebody else changed this webhook" });
  await expect(refused).toContainText("What changed: title, rate.");
  await expectNoAxeViolations(page);
  expect((await api("GET", `/webhooks/${webhook.id}`)).body.title).toBe("Theirs");

  await refused.getByRole("button", { name: "Discard mine, show theirs" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Theirs");
  await page.getByLabel("Title").fill("Mine again");
  await api("PATCH", `/webhooks/${webhook.id}`, { title: "Theirs again" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await refused.getByRole("button", { name: "Save mine over theirs" }).click();
  await expect(page.getByRole("heading", { name: "Mine again", exact: true })).toBeVisible();
  expect((await api("GET", `/webhooks/${webhook.id}`)).body).toMatchObject({ title: "Mine again", ratePerSecond: 5 });
});

test("a webhook that moves to another server needs its Authorization value again", async ({ page }) => {
  const sidecar = { title: "Moving", events: ["*"], format: "sidecar", authorization: "Bearer first" };
  const { body: webhook } = await api("POST", "/webhooks", { ...sidecar, url: "http://127.0.0.1:4999/old" });
  await signIn(page, `/settings/webhooks/${webhook.id}/edit`);
  const authorization = page.getByLabel("Authorization");
  await expect(authorization).toHaveAccessibleDescription(/keep the present value/);
  await page.getByLabel("URL").fill(receiver.url);
  await expect(authorization).toHaveAccessibleDescription(/enter the value again/);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(authorization).toHaveAccessibleDescription(/give this value again/);
  expect((await api("GET", `/webhooks/${webhook.id}`)).body.url).toBe("http://127.0.0.1:4999/old");
  await authorization.fill("Bearer second");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(receiver.url)).toBeVisible();
  await api("POST", "/events", { type: "flow.completed", data: {} });
  await expect.poll(() => receiver.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer second"]);
});

test("deleting asks for the title, and nothing is sent any more", async ({ page }) => {
  const webhook = await createWebhook(receiver.url, ["chat.*"]);
  await signIn(page);
  await page.getByRole("button", { name: `Actions for ${webhook.title}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const confirm = page.getByRole("button", { name: "Delete webhook" });
  await expect(confirm).toBeDisabled();
  await expectNoAxeViolations(page);
  // The menu that led here doesn't take the keys.
  await page.keyboard.type(`${webhook.title.slice(0, -1)} `);
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(page.getByLabel(/to confirm/)).toHaveValue(`${webhook.title.slice(0, -1)} `);
  await page.keyboard.press("Backspace");
  await page.keyboard.type(webhook.title.slice(-1));
  await confirm.click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  const published = await api("POST", "/events", { type: "chat.message_received", data: {} });
  expect(published.body.deliveries).toBe(0);
});

test("an API key is shown once, works, and is refused within a second of being revoked", async ({ page }) => {
  await signIn(page, "/settings/api-keys");
  await page.getByRole("button", { name: "Create API key" }).first().click();
  await page.getByLabel("Name").fill("Backend");
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "The key Backend" });
  const key = (await dialog.getByLabel("Key", { exact: true }).textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  const statusWithKey = async () =>
    (await api("GET", "/webhooks", undefined, { Authorization: `Bearer ${key}` })).status;
  expect(await statusWithKey()).toBe(200);
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: "Revoke Backend" }).first().click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Backend is revoked.")).toBeVisible();
  await expect.poll(statusWithKey).toBe(401);
});

test("signing out ends the session at once, also for a copy of its cookie", async ({ page, context }) => {
  await signInAnew(page);
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/login");
  await context.addCookies(cookies);
  await page.goto("/settings/webhooks");
  await expect(page).toHaveURL(/\/login/);
});

test("a wrong password is refused in words, and the sixth try has to wait", async ({ page }) => {
  await page.goto("/login");
  await expectNoAxeViolations(page);
  await page.getByLabel("E-mail").fill(`nobody-${Date.now()}@acme.example`);
  await page.getByLabel("Password").fill("not the password");
  for (let attempt = 1; attempt <= 5; attempt++) {
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answered).status()).toBe(401);
    await expect(page.getByText("E-mail and password don't match.")).toBeVisible();
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Too many attempts to sign in.")).toBeVisible();
});

test("on a phone, in the dark, nothing scrolls sideways and axe finds nothing", async ({ page }) => {
  await createWebhook(receiver.url, ["campaign.*", "lead.captured"]);
  await api("POST", "/events", { type: "campaign.completed", data: { name: "Spring" } });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await signIn(page);
  for (const path of ["", "/new", "/logs"]) {
    await page.goto(`/settings/webhooks${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectNoAxeViolations(page);
  }
  await page.getByRole("list", { name: "Deliveries" }).getByRole("button").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNoAxeViolations(page);
});

test("the keyboard alone creates a webhook", async ({ page }) => {
  await signIn(page, "/settings/webhooks/new");
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.type(receiver.url);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Use the built-in inspector" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Format")).toBeFocused();
  // The event set, and then the tree.
  const all = page.getByLabel("All events");
  const isFocused = () => all.evaluate((box) => box === document.activeElement);
  for (let tabs = 0; tabs < 4 && !(await isFocused()); tabs++) await page.keyboard.press("Tab");
  await expect(all).toBeFocused();
  await page.keyboard.press("Space");
  await expect(all).toBeChecked();
  await page.getByLabel("URL").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "The secret of By keyboard" })).toBeVisible();
});

test("an owner's session can't be used by another site", async ({ page, context }) => {
  await signIn(page);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = (headers: Record<string, string>) =>
    fetch(`${process.env["E2E_URL"]}/api/v1/webhooks`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", ...headers },
      body: "{}",
    });
  expect((await post({})).status).toBe(403);
  expect((await post({ origin: "null" })).status).toBe(403);
  expect((await post({ origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ origin: process.env["E2E_URL"] ?? "" })).status).toBe(422);
});

test("a link that needs signing in leads back to where it pointed, and never to another site", async ({ page }) => {
  await page.goto("/settings/webhooks/logs?status=failed");
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/settings/webhooks/logs?status=failed");
  for (const next of ["//evil.example", "/\\evil.example", "/%09/evil.example", "https://evil.example", "/%0a/evil"]) {
    const response = await page.request.get(`/login?next=${next}`, { maxRedirects: 0 });
    expect([307, 302]).toContain(response.status());
    const target = new URL(response.headers()["location"] ?? "", process.env["E2E_URL"]);
    expect(target.origin).toBe(new URL(process.env["E2E_URL"] ?? "").origin);
  }
});

test("sign-in can be counted by no other door", async () => {
  const post = (path: string, body: string, type = "application/x-www-form-urlencoded") =>
    fetch(`${process.env["E2E_URL"]}/api/auth/${path}`, { method: "POST", body, headers: { "content-type": type } });
  expect((await post("callback/credentials/x", "email=a@b.example&password=x")).status).toBe(404);
  expect((await post("callback/credentials", '{"email":"a@b.example"}', "application/json")).status).toBe(415);
  expect((await post("callback/credentials", `email=${"a".repeat(10_000)}`)).status).toBe(413);
  expect((await post("callback/credentials", "email=a%00@b.example&password=x")).status).toBe(422);
  expect((await fetch(`${process.env["E2E_URL"]}/api/auth/signout`)).status).toBe(404);
});
