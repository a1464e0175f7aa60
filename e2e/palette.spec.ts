/** The command palette and the keys, by keyboard only where a keyboard is what they are for. */
import { expect, test, type Page } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";
import { clearTeam, invite, join, newEmail } from "./people";

const WEBHOOKS = "/settings/webhooks";
const palette = (page: Page) => page.getByRole("dialog", { name: "Command palette" });
const options = (page: Page) => palette(page).getByRole("option");

test.beforeEach(() => deleteAllWebhooks());

async function open(page: Page, query = ""): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(query);
}

test("a webhook is found by its title, and all that can be done with it is there", async ({ page }) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM integration" });
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Analytics" });
  await signIn(page);
  await open(page, "crm");
  await expect(options(page).first()).toContainText("CRM integration");
  await page.keyboard.press("Enter");
  const all = [
    "Open",
    "Test",
    "View deliveries",
    "Edit",
    "Rotate secret",
    "Pause",
    "Replay events",
    "Duplicate",
    "Delete",
  ];
  await expect(options(page)).toHaveText(all);
  await page.keyboard.press("Backspace");
  await expect(options(page).filter({ hasText: "Analytics" })).toHaveCount(1);
  await page.keyboard.type("crm");
  await page.keyboard.press("Enter");
  await page.keyboard.type("view");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/settings/webhooks/logs?webhook=${webhook.id}`);
  await expect(palette(page)).toHaveCount(0);

  await open(page, "rotate crm");
  await expect(options(page).first()).toHaveText("Rotate secret: CRM integration");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === `/settings/webhooks/${webhook.id}`);
});

test("a webhook beyond the first page is found, too", async ({ page }) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "The very first" });
  for (let i = 0; i < 101; i++) await createWebhook("http://127.0.0.1:4999/", ["*"], { title: `Number ${i}` });
  await signIn(page);
  await open(page, "very first");
  await expect(options(page).first()).toContainText("The very first");
  await deleteAllWebhooks();
});

test("what an id names is opened: a delivery, an event; what isn't there says so", async ({ page }) => {
  const webhook = await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM" });
  const { body: delivery } = await api("POST", `/webhooks/${webhook.id}/test`);
  await signIn(page);
  await open(page, delivery.id);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`delivery=${delivery.id}`));
  await page.goto(WEBHOOKS);
  await open(page, delivery.eventId);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`delivery=${delivery.id}`));
  await page.goto(WEBHOOKS);
  await open(page, `evt_${"0".repeat(26)}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("There is nothing under this id.")).toBeVisible();
});

test("it leads to screens and the documentation, changes theme and language, and signs out", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await signIn(page);
  await open(page, "audit");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/settings/audit-log");
  await open(page, "dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await open(page, "deutsch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Audit-Protokoll" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("english");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Audit log" })).toBeVisible();
  await open(page, "hmac over the body");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/docs\/search\?q=hmac/);
  expect(refused).toEqual([]);
  await page.goto("/settings/team");
  await open(page, "sign out");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/login");
});

test("keys lead where they say, and rest in fields and while a dialog is open", async ({ page }) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM" });
  await signIn(page);
  const goTo = async (key: string, path: string) => {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await page.waitForURL(`**${path}`);
  };
  await goTo("l", "/settings/webhooks/logs");
  await goTo("e", "/settings/webhooks/events");
  await goTo("a", "/settings/webhooks/alerts");
  await goTo("t", "/settings/team");
  await goTo("w", "/settings/webhooks");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.keyboard.press("Control+k");
  await expect(help).toBeVisible();
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  const search = page.getByRole("search").getByRole("textbox").or(page.getByLabel("Search title or URL")).first();
  await search.click();
  await page.keyboard.type("g t?");
  await expect(search).toHaveValue("g t?");
  await expect(help).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe(WEBHOOKS);
});

test("Escape goes back a step, then closes it and gives the focus back", async ({ page }) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM" });
  await signIn(page);
  const button = page.getByRole("complementary").getByRole("button", { name: /^Search/ });
  await button.click();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("crm");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(options(page).filter({ hasText: "Team" })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("a viewer is offered nothing that would be refused", async ({ page, browser }) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM" });
  await signIn(page);
  await clearTeam(page);
  const guest = await join(browser, await invite(page, newEmail(), "viewer"));
  await open(guest, "crm");
  await guest.keyboard.press("Enter");
  await expect(options(guest)).toHaveText(["Open", "View deliveries"]);
  await guest.keyboard.press("Backspace");
  await guest.keyboard.type("a");
  await expect(options(guest).filter({ hasText: /API keys|Audit log|Create webhook/ })).toHaveCount(0);
  await guest.context().close();
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: `Long ${"and longer ".repeat(7)}` });
  await signIn(page);
  await page
    .getByRole("button", { name: /^Search/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(options(page).first()).toContainText("and longer");
  await expectWellEverywhere(page);
  await page.keyboard.type("zzzz");
  await expectWellEverywhere(page);
});
