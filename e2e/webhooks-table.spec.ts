/** The table of webhooks: finding, sorting, acting on one and on many. */
import { expect, test, type Page } from "@playwright/test";
import { Client } from "pg";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";

let receiver: Receiver;

test.beforeEach(async () => {
  receiver = await startReceiver();
  await deleteAllWebhooks();
});
test.afterEach(() => receiver.close());

const table = (page: Page) => page.getByRole("table", { name: "Webhooks" });
const row = (page: Page, title: string) => table(page).getByRole("row").filter({ hasText: title });
const titles = (page: Page) => table(page).getByRole("row").getByRole("link").filter({ hasText: /^W/ });
const read = async (id: string) => (await api("GET", `/webhooks/${id}`)).body;

async function createMany(count: number): Promise<void> {
  // One after the other, as their numbers follow.
  for (let n = 1; n <= count; n++) await createWebhook(receiver.url, ["sms.*"], { title: `W${n}`, status: "paused" });
}

test("order, search and filter live in the URL, survive a reload, and Back undoes them", async ({ page }) => {
  await createWebhook(receiver.url, ["sms.*"], { title: "Wren" });
  await createWebhook(`${receiver.url}/finch`, ["lead.*"], { title: "Warbler", status: "paused" });
  await signIn(page);
  await expect(titles(page)).toHaveText(["Warbler", "Wren"]);
  await table(page).getByRole("button", { name: "Title" }).click();
  await table(page).getByRole("button", { name: "Title" }).click();
  await expect(page).toHaveURL(/sort=-title/);
  await expect(table(page).getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "descending");
  await expect(titles(page)).toHaveText(["Wren", "Warbler"]);
  await expectNoAxeViolations(page);

  await page.getByLabel("Search title, URL or id").fill("FINCH");
  await expect(titles(page)).toHaveText(["Warbler"]);
  await expect(page.getByText("1 of 2 webhooks")).toBeVisible();
  await page.reload();
  await expect(titles(page)).toHaveText(["Warbler"]);
  await page.getByRole("button", { name: "Status any" }).click();
  await page.getByRole("menuitemcheckbox", { name: "active" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "No webhook matches" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goBack();
  await expect(titles(page)).toHaveText(["Warbler"]);
  await page.goForward();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(titles(page)).toHaveText(["Wren", "Warbler"]);
});

test("a failing webhook explains itself to whoever points at it, and the chip leads to it", async ({ page }) => {
  receiver.answer = () => ({ status: 401 });
  const { id } = await createWebhook(receiver.url, ["lead.*"], { title: "Wren", retry: { delaysSeconds: [] } });
  await createWebhook(receiver.url, ["sms.*"], { title: "Warbler" });
  const events = Array.from({ length: 6 }, (_, n) => ({ type: "lead.captured", data: { n } }));
  await api("POST", "/events/batch", { events });
  await expect.poll(async () => (await read(id)).health.state).toBe("failing");
  await signIn(page);
  await row(page, "Wren").getByText("failing", { exact: true }).hover();
  const tip = page.getByRole("tooltip");
  await expect(tip).toContainText(/failed with 401/);
  await expect(tip).toContainText("put the present secret into the receiver");
  await page.getByRole("button", { name: "1 failing" }).click();
  await expect(titles(page)).toHaveText(["Wren"]);
  await expectNoAxeViolations(page);
});

test("rows are walked, ticked and opened from the keyboard", async ({ page }) => {
  for (const title of ["W1", "W2", "W3"]) await createWebhook(receiver.url, ["sms.*"], { title });
  await signIn(page);
  await expect(titles(page)).toHaveText(["W3", "W2", "W1"]);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "W3" })).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByLabel("Select W2")).toBeChecked();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await expect(page.getByLabel("Select W2")).not.toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "W2", exact: true })).toBeVisible();
});

test("many are paused at once, and Undo puts them back", async ({ page }) => {
  const ids = [];
  for (const title of ["W1", "W2", "W3"]) ids.push((await createWebhook(receiver.url, ["sms.*"], { title })).id);
  await api("PATCH", `/webhooks/${ids[0]}`, { status: "paused" });
  await signIn(page);
  await page.getByLabel("Select all that are shown").check();
  const toolbar = page.getByRole("toolbar", { name: "Ticked webhooks" });
  await expect(toolbar).toContainText("3 selected");
  await toolbar.getByRole("button", { name: "Pause" }).click();
  const dialog = page.getByRole("dialog", { name: "Pause 2 webhooks?" });
  await expect(dialog).toContainText("1 is not active");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Pause 2 webhooks" }).dblclick();
  await expect(page.getByText("2 webhooks are paused")).toBeVisible();
  await expect(toolbar).toBeHidden();
  for (const id of ids) expect((await read(id)).status).toBe("paused");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("2 webhooks are active")).toBeVisible();
  expect((await read(ids[0] ?? "")).status).toBe("paused");
  expect((await read(ids[1] ?? "")).status).toBe("active");
});

test("deleting many asks for it in words; what is refused is told by name, and can be tried again", async ({
  page,
}) => {
  for (const title of ["W1", "W2", "W3"]) await createWebhook(receiver.url, ["sms.*"], { title });
  const stubborn = (await api("GET", "/webhooks")).body.data.find(({ title }: { title: string }) => title === "W2");
  await page.route(`**/api/v1/webhooks/${stubborn.id}`, (route) =>
    route.request().method() === "DELETE"
      ? route.fulfill({ status: 409, json: { error: { code: "conflict", message: "Not just now." } } })
      : route.continue(),
  );
  await signIn(page);
  await page.getByLabel("Select all that are shown").check();
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: /Delete/ });
  await expect(dialog).toContainText("Logs stay for 90 days");
  const confirm = dialog.getByRole("button", { name: "Delete 3 webhooks" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill("delete 3 webhooks");
  await confirm.click();
  await expect(dialog.getByRole("alert")).toContainText("W2: Not just now.");
  await expect(page.getByText("2 webhooks are deleted")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.unroute(`**/api/v1/webhooks/${stubborn.id}`);
  await dialog.getByLabel(/to confirm/).fill("delete 1 webhook");
  await dialog.getByRole("button", { name: "Try again for 1" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
});

test("who deletes a row goes on at the one beside", async ({ page }) => {
  for (const title of ["Kite", "Wren"]) await createWebhook(receiver.url, ["sms.*"], { title });
  await signIn(page);
  await page.getByRole("button", { name: "Actions for Kite" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  await page.getByLabel(/to confirm/).fill("Kite");
  await page.keyboard.press("Enter");
  await expect(row(page, "Kite")).toHaveCount(0);
  await expect(row(page, "Wren").locator(":focus")).toHaveCount(1);
});

test("pausing one has a way back, and another tab sees either", async ({ page, context }) => {
  const { id } = await createWebhook(receiver.url, ["sms.*"], { title: "Wren" });
  await signIn(page);
  const other = await context.newPage();
  await other.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Actions for Wren" }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  await expect(row(other, "Wren")).toContainText("paused");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Wren")).toContainText("active");
  expect((await read(id)).status).toBe("active");
  await expect(row(other, "Wren")).toContainText("active");
});

test("more than a page of them are all searched and sorted, though only what is on screen is drawn", async ({
  page,
}) => {
  test.slow();
  await createMany(130);
  await signIn(page);
  await expect(page.getByText("130 webhooks", { exact: true })).toBeVisible();
  await expect(table(page)).toHaveAttribute("aria-rowcount", "131");
  expect(await table(page).getByRole("row").count()).toBeLessThan(40);
  await table(page).getByRole("button", { name: "#" }).click();
  await expect(titles(page).first()).toHaveText("W1");
  await page.getByRole("link", { name: "W1", exact: true }).focus();
  for (let row = 2; row <= 41; row++) {
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: `W${row}`, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Control+End");
  await expect(row(page, "W130")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "W42", exact: true })).toBeFocused();
  await expect(page.getByRole("link", { name: "W42", exact: true })).toBeInViewport();
  await page.getByLabel("Search title, URL or id").fill("W117");
  await expect(titles(page)).toHaveText(["W117"]);
});

test("a rotation says when the old secret ends, shows the new one once, and counts what is accepted", async ({
  page,
}) => {
  const { id, title } = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page, `/settings/webhooks/${id}?action=rotate`);
  const asked = page.getByRole("dialog", { name: `Rotate the secret of ${title}` });
  await expect(asked).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${id}$`));
  await asked.getByLabel("The old secret ends").click();
  await page.getByRole("option", { name: "In 1 hour" }).click();
  await asked.getByRole("button", { name: "Rotate secret" }).click();
  const secret = page.getByRole("dialog", { name: "The new secret" });
  await expect(secret).toContainText("You won't see this again.");
  await expect(secret).toContainText("The old secret ends on");
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  await expect(secret).toBeVisible();
  await secret.getByRole("button", { name: "I have stored it" }).click();
  const rotated = page.getByRole("dialog", { name: `${title} signs with the new secret` });
  await expect(rotated).toContainText("0 of 0 deliveries since accepted");
  await expectNoAxeViolations(page);
  await api("POST", "/events", { type: "sms.sent", data: {} });
  await expect(rotated).toContainText("1 of 1 delivery since accepted");
  await rotated.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByRole("dialog", { name: `Test ${title}` })).toBeVisible();
});

test("a link from elsewhere pauses nothing; one that only asks begins once, whatever is reloaded", async ({ page }) => {
  const { id, title } = await createWebhook(receiver.url, ["sms.*"]);
  await signIn(page);
  await page.goto(`/settings/webhooks/${id}?action=pause`);
  await expect(page).toHaveURL(new RegExp(`${id}$`));
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  expect((await read(id)).status).toBe("active");
  await page.goto(`/settings/webhooks/${id}?action=delete`);
  await expect(page.getByRole("dialog")).toContainText(title);
  await expect(page).toHaveURL(new RegExp(`${id}$`));
  await page.reload();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a duplicate begins with the other's settings, and with none of its secrets", async ({ page }) => {
  const headers = { "X-Team": "crm", Authorization: "Bearer hush" };
  await createWebhook(receiver.url, ["flow.*"], { title: "Wren", headers });
  await signIn(page);
  await page.getByRole("button", { name: "Actions for Wren" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Copy of Wren");
  await expect(page.getByLabel("URL")).toHaveValue(receiver.url);
  expect(await page.content()).not.toContain("hush");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByRole("heading", { name: "Copy of Wren", exact: true })).toBeVisible();
  const { data } = (await api("GET", "/webhooks")).body;
  expect(data[0]).toMatchObject({ title: "Copy of Wren", events: ["flow.*"], headers: { "X-Team": "crm" } });
});

test("without a receiver, the built-in inspector is one click away, and gets a webhook of its own", async ({
  page,
}) => {
  await signIn(page);
  await expect(page.getByRole("region", { name: /^Notifications/ })).toBeAttached();
  await page.route("**/_next/static/**", (route) => route.abort());
  await page.getByRole("button", { name: "Try it with the built-in inspector" }).click();
  await expect(page.getByText("This couldn't be loaded.")).toBeVisible();
  expect((await api("GET", "/webhooks")).body.data).toEqual([]);
  await page.unroute("**/_next/static/**");
  await page.getByRole("button", { name: "Try it with the built-in inspector" }).dblclick();
  const dialog = page.getByRole("dialog", { name: "The secret of To the inspector" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(page).toHaveURL(/\/settings\/inspectors\/ins_/);
  const { data } = (await api("GET", "/webhooks")).body;
  expect(data).toHaveLength(1);
  expect(data[0].url).toContain("/inspect/");
});

test("who may only look gets no button that would be refused", async ({ page }) => {
  await createWebhook(receiver.url, ["sms.*"], { title: "Wren" });
  const database = new Client({ connectionString: process.env["E2E_DATABASE_URL"] });
  await database.connect();
  try {
    await database.query("UPDATE members SET role = 'viewer' WHERE role = 'owner'");
    await signIn(page);
    await expect(row(page, "Wren")).toBeVisible();
    await expect(page.getByRole("link", { name: "Create webhook" })).toBeHidden();
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await page.getByRole("button", { name: "Actions for Wren" }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["View deliveries"]);
  } finally {
    await database.query("UPDATE members SET role = 'owner' WHERE role = 'viewer'");
    await database.end();
  }
});

test("on a phone, in either theme, rows have two lines and nothing scrolls sideways", async ({ page }) => {
  await createWebhook(receiver.url, ["campaign.*", "lead.captured"], { title: "Wren" });
  await signIn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("list", { name: "Webhooks" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Select Wren" }).check();
  await expectWellEverywhere(page);
});
