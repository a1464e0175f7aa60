/** Settings → Audit log in a real browser. */
import { expect, test, type Page } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectWellEverywhere } from "./axe";
import { signIn, signInAnew } from "./owner";

const AUDIT = "/settings/audit-log";

test.beforeEach(() => deleteAllWebhooks());

const log = (page: Page) => page.getByRole("table", { name: "Audit log" });
const rows = (page: Page) => log(page).locator("tbody tr");

test("what was done stands there with who did it, and what it was done to is linked while it is there", async ({
  page,
}) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Call desk" });
  await api("POST", `/webhooks/${webhook.id}/rotate-secret`, {});
  const gone = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Old desk" });
  await api("DELETE", `/webhooks/${gone.id}`);
  await signInAnew(page, AUDIT);
  await expect(rows(page).first()).toContainText("Signed in");
  const rotated = rows(page).filter({ hasText: "Secret rotated" }).first();
  await expect(rotated).toContainText("API key Bootstrap");
  await expect(rotated).toContainText("127.0.0.1");
  const deleted = rows(page).filter({ hasText: "Webhook deleted" }).filter({ hasText: "Old desk" }).first();
  await expect(deleted).toContainText("(gone)");
  await expect(deleted.getByRole("link")).toHaveCount(0);
  await rotated.getByRole("link", { name: "Call desk" }).click();
  await page.waitForURL(`**/settings/webhooks/${webhook.id}`);
});

test("it is filtered by whom, what and about what; filters live in the URL, and Back undoes one", async ({ page }) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Call desk" });
  await api("PATCH", `/webhooks/${webhook.id}`, { title: "Phone desk" });
  await signIn(page, AUDIT);
  await rows(page)
    .filter({ hasText: "Phone desk" })
    .first()
    .getByRole("button", { name: /^Only entries about/ })
    .click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`target=${webhook.id}`));
  await page.getByRole("button", { name: "What any" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Webhook created" }).click();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^About Phone desk/ })).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(new RegExp(`${AUDIT}$`));
  await page.getByRole("combobox", { name: "Who" }).click();
  await page.getByRole("option", { name: "Bootstrap" }).click();
  await expect(page).toHaveURL(/actor=key_/);
  await expect(rows(page).filter({ hasNotText: "API key Bootstrap" })).toHaveCount(0);
});

test("days are the reader's own, and where nothing matches it says so", async ({ page }) => {
  await signIn(page, AUDIT);
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv-SE"));
  await page.getByLabel("From").fill(today);
  await page.getByLabel("To", { exact: true }).fill(today);
  await expect(page).toHaveURL(new RegExp(`from=${today}&to=${today}`));
  await expect(rows(page).first()).toBeVisible();
  await page.getByLabel("From").fill("2001-01-01");
  await page.getByLabel("To", { exact: true }).fill("2001-01-02");
  await expect(page.getByText("No entry matches these filters")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
  await expect(rows(page).first()).toBeVisible();
});

test("older entries follow on a click, each once", async ({ page }) => {
  const { id } = await createWebhook("http://127.0.0.1:4999/", ["*"]);
  for (let i = 0; i < 55; i++) await api("PATCH", `/webhooks/${id}`, { title: `Title ${i}` });
  await signIn(page, `${AUDIT}?target=${id}`);
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Older entries" }).dblclick();
  await expect(rows(page)).toHaveCount(56);
  await expect(page.getByText("That is all there is.")).toBeVisible();
});

test("while it loads, and where it can't be loaded, it says so and can be tried again", async ({ page }) => {
  await signIn(page, "/settings/team");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/v1/audit-log?**", async (route) => {
    await held;
    await route.fulfill({ status: 400, json: {} });
  });
  await page.goto(AUDIT);
  await expect(page.getByRole("status", { name: "Loading the audit log" })).toBeVisible();
  release();
  await expect(page.getByText("The audit log could not be loaded")).toBeVisible();
  await page.unroute("**/api/v1/audit-log?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toBeVisible();
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  const { id } = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: `Long ${"and longer ".repeat(7)}` });
  await api("DELETE", `/webhooks/${id}`);
  await signIn(page, AUDIT);
  await expect(page.getByText("Long and longer").filter({ visible: true }).first()).toBeVisible();
  await expectWellEverywhere(page);
});
