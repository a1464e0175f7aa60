/** Settings → Account, and API keys, in real browsers. */
import { expect, test, type Page } from "@playwright/test";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn, signInAnew } from "./owner";
import { ask, clearTeam, invite, join, newEmail, PASSWORD } from "./people";

const ACCOUNT = "/settings/account";
const panel = (page: Page, name: string) => page.getByRole("region", { name });

test("the account's name and one's own are saved, and stand everywhere at once", async ({ page }) => {
  await signIn(page, ACCOUNT);
  const before = (await ask<{ name: string }>(page, "GET", "/account")).name;
  const general = panel(page, "This account");
  await general.getByLabel("Account name").fill("");
  await general.getByRole("button", { name: "Save name" }).click();
  await expect(general.getByText("Give the account a name.")).toBeVisible();
  await general.getByLabel("Account name").fill("Acme Telephony");
  await general.getByRole("button", { name: "Save name" }).dblclick();
  await expect(page.getByRole("complementary").getByText("Acme Telephony")).toBeVisible();
  await panel(page, "You").getByLabel("Your name").fill("Jane Doe");
  const saved = page.waitForResponse("**/api/v1/account/profile");
  await panel(page, "You").getByRole("button", { name: "Save" }).click();
  await saved;
  await page.goto("/settings/team");
  await expect(page.getByRole("table", { name: "Members" })).toContainText("Jane Doe");
  await ask(page, "PATCH", "/account", { name: before });
  await ask(page, "PATCH", "/account/profile", { name: "" });
});

test("a viewer can't rename the account, and changes their own password; other sessions end", async ({
  page,
  browser,
}) => {
  await signIn(page, ACCOUNT);
  await clearTeam(page);
  const email = newEmail();
  const first = await join(browser, await invite(page, email, "viewer"));
  const context = await browser.newContext();
  const second = await context.newPage();
  await second.goto("/login");
  await second.getByLabel("E-mail").fill(email);
  await second.getByLabel("Password").fill(PASSWORD);
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.waitForURL("**/settings/webhooks");

  await first.goto(ACCOUNT);
  await expect(panel(first, "This account").getByText("Only owners can change it.")).toBeVisible();
  const sessions = panel(first, "Where you are signed in").getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "this one" })).toHaveCount(1);
  const password = panel(first, "Password");
  await password.getByLabel("Current password").fill("not my password");
  await password.getByLabel("New password").fill("quite another password");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(password.getByText("This is not your current password.")).toBeVisible();
  await password.getByLabel("Current password").fill(PASSWORD);
  await password.getByLabel("New password").fill("short");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(password.getByText("Use at least 12 characters.")).toBeVisible();
  await password.getByLabel("New password").fill("quite another password");
  await password.getByRole("button", { name: "Change password" }).dblclick();
  await expect(first.getByText("Password changed.")).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await second.goto(ACCOUNT);
  await second.waitForURL(/\/login\?next=%2Fsettings%2Faccount/);
  await second.getByLabel("E-mail").fill(email);
  await second.getByLabel("Password").fill("quite another password");
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.waitForURL(`**${ACCOUNT}`);
  await first.close();
  await context.close();
});

test("other sessions are signed out, this one goes on", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await signInAnew(other, ACCOUNT);
  await signInAnew(page, ACCOUNT);
  await page.getByRole("button", { name: "Sign out others" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Sign out others" }).dblclick();
  await expect(page.getByText(/session has ended|sessions have ended/)).toBeVisible();
  await expect(panel(page, "Where you are signed in").getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Sign out others" })).toHaveCount(0);
  await other.reload();
  await other.waitForURL(/\/login/);
  await other.context().close();
});

test("language and theme are switched, and stay", async ({ page }) => {
  await signIn(page, ACCOUNT);
  const preferences = panel(page, "In this browser");
  await preferences.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Konto", exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("navigation", { name: "Hauptmenü" })).toBeVisible();
  const german = panel(page, "In diesem Browser");
  await german.getByRole("radio", { name: "Dunkel" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/settings/audit-log");
  await expect(page.getByRole("table", { name: "Audit-Protokoll" })).toContainText("Angemeldet");
  await expectNoAxeViolations(page);
});

test("a key is made for what it is to do, and only that", async ({ page }) => {
  await signIn(page, "/settings/api-keys");
  await page.getByRole("button", { name: "Create API key" }).first().click();
  const dialog = page.getByRole("dialog");
  for (const scope of [/^Publish/, /^Read/, /^Change/]) await dialog.getByRole("checkbox", { name: scope }).uncheck();
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("Give the key a name.")).toBeVisible();
  await expect(dialog.getByText("Choose at least one scope.")).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByLabel("Name").fill("Read only");
  await dialog.getByRole("checkbox", { name: /^Read/ }).check();
  await dialog.getByRole("button", { name: "Create key" }).dblclick();
  const key = (await dialog.getByLabel("Key", { exact: true }).textContent()) ?? "";
  const read = await fetch(`${process.env["E2E_URL"]}/api/v1/webhooks`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(read.status).toBe(200);
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  const row = page.getByRole("row").filter({ hasText: "Read only" });
  await expect(row).toContainText("read");
  await row.getByRole("button", { name: "Revoke Read only" }).click();
  await dialog.getByRole("button", { name: "Revoke key" }).dblclick();
  await expect(row).toHaveCount(0);
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page }) => {
  await signIn(page, ACCOUNT);
  await expect(panel(page, "Where you are signed in").getByRole("listitem").first()).toBeVisible();
  await expectWellEverywhere(page);
  await page.goto("/settings/api-keys");
  await expect(page.getByText("Bootstrap").filter({ visible: true })).toBeVisible();
  await expectWellEverywhere(page);
});
