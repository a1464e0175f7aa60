/** Settings → Team, and joining by an invite's link, in real browsers of several people. */
import { expect, test, type Page } from "@playwright/test";
import { expectNoAxeViolations, expectWellEverywhere } from "./axe";
import { signIn } from "./owner";
import { ask, clearTeam, invite, join, newEmail, PASSWORD } from "./people";

const TEAM = "/settings/team";

test.beforeEach(async ({ page }) => {
  await signIn(page, TEAM);
  await clearTeam(page);
  await page.reload();
});

const members = (page: Page) => page.getByRole("table", { name: "Members" });
const rowOf = (page: Page, email: string) => members(page).getByRole("row").filter({ hasText: email });

test("somebody is invited, joins by the link, gets another role and is removed; each counts at once", async ({
  page,
  browser,
}) => {
  const email = newEmail();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create invite link" }).click();
  await expect(dialog.getByText("Enter an e-mail address")).toBeVisible();
  await dialog.getByLabel("E-mail address").fill(email);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Create invite link" }).dblclick();
  await expect(dialog.getByText("it was not mailed")).toBeVisible();
  const link = (await dialog.getByLabel("Invite link").textContent()) ?? "";
  expect(link).toContain("/invite/");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  const pending = page.getByRole("list", { name: "Pending invites" }).getByRole("listitem");
  await expect(pending).toHaveCount(1);
  await expect(pending).toContainText(email);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto(new URL(link).pathname);
  await expectNoAxeViolations(guest);
  await guest.getByLabel("Choose a password").fill("short");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByText("Use at least 12 characters.")).toBeVisible();
  await guest.getByLabel("Choose a password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Join" }).dblclick();
  await guest.waitForURL("**/settings/webhooks");

  const nav = guest.getByRole("navigation", { name: "Main" });
  await expect(nav.getByRole("link", { name: "Team" })).toBeVisible();
  await expect(nav.getByRole("link", { name: "API keys" })).toHaveCount(0);
  await expect(nav.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await guest.goto(TEAM);
  await expect(members(guest)).toContainText(email);
  await expect(guest.getByRole("button", { name: "Invite", exact: true })).toHaveCount(0);
  await guest.goto("/settings/api-keys");
  await expect(guest.getByText("API keys are for admins and owners")).toBeVisible();
  await guest.goto("/settings/audit-log");
  await expect(guest.getByText("The audit log is for admins and owners")).toBeVisible();

  await page.reload();
  await expect(rowOf(page, email)).toContainText("Viewer");
  await expect(page.getByText("Nobody is invited at the moment.")).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${email}` }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await dialog.getByRole("radio", { name: /Admin/ }).check();
  await dialog.getByRole("button", { name: "Change role" }).dblclick();
  await expect(rowOf(page, email)).toContainText("Admin");
  await guest.reload();
  await expect(guest.getByRole("table", { name: "Audit log" })).toContainText("Role changed");
  await guest.goto(TEAM);
  await expect(guest.getByLabel(/The last owner can/).filter({ visible: true })).toBeVisible();

  await page.getByRole("button", { name: `Actions for ${email}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(rowOf(page, email)).toHaveCount(0);
  await guest.reload();
  await guest.waitForURL(/\/login\?next=/);

  await guest.goto(new URL(await invite(page, email, "viewer")).pathname);
  await guest.getByLabel("Your password").fill("not the password");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByText("This is not your password.")).toBeVisible();
  await guest.getByLabel("Your password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.waitForURL("**/settings/webhooks");
  await context.close();
});

test("a link ends when there is a newer one and when it is revoked; then its page says so", async ({ page }) => {
  const email = newEmail();
  const first = await invite(page, email, "admin");
  await page.reload();
  await page.getByRole("button", { name: `New link for ${email}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "New link" }).click();
  const second = (await dialog.getByLabel("Invite link").textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  expect(second).not.toBe(first);
  const ended = page.getByRole("heading", { name: "This link doesn't work any more" });
  await page.goto(new URL(first).pathname);
  await expect(ended).toBeVisible();
  await page.goto(new URL(second).pathname);
  await expect(page.getByRole("heading", { name: /^Join / })).toBeVisible();
  await page.goto(TEAM);
  await page.getByRole("button", { name: `Revoke the invite for ${email}` }).click();
  await dialog.getByRole("button", { name: "Revoke" }).dblclick();
  await expect(page.getByText("Nobody is invited at the moment.")).toBeVisible();
  await page.goto(new URL(second).pathname);
  await expect(ended).toBeVisible();
  await expectNoAxeViolations(page);
});

test("who leaves the account is signed out; the last owner can't", async ({ page, browser }) => {
  await expect(
    page.getByLabel(/The last owner can be neither removed nor demoted/).filter({ visible: true }),
  ).toBeVisible();
  const [me] = (await ask<{ data: { id: string }[] }>(page, "GET", "/members")).data;
  const refused = await ask<{ error: { code: string } }>(page, "DELETE", `/members/${me?.id}`);
  expect(refused.error.code).toBe("conflict");
  const email = newEmail();
  const guest = await join(browser, await invite(page, email, "admin"));
  await guest.goto(TEAM);
  await guest.getByRole("button", { name: `Actions for ${email}` }).click();
  await guest.getByRole("menuitem", { name: "Leave this account" }).click();
  await guest.getByRole("dialog").getByRole("button", { name: "Leave this account" }).click();
  await guest.waitForURL("**/login");
  await guest.context().close();
});

test("an error of the server is said in the dialog, and what was entered stays", async ({ page }) => {
  await page.route("**/api/v1/invites", (route) => route.fulfill({ status: 503, json: {} }));
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const email = newEmail();
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByRole("button", { name: "Create invite link" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The server answered 503.");
  await expect(dialog.getByLabel("E-mail address")).toHaveValue(email);
  await page.unroute("**/api/v1/invites");
  await dialog.getByRole("button", { name: "Create invite link" }).click();
  await expect(dialog.getByLabel("Invite link")).toContainText("/invite/");
});

test("nothing is cut off or hard to read, wide or on a phone, in either theme", async ({ page, browser }) => {
  const email = `somebody-with-a-rather-long-name-${newEmail()}`;
  const guest = await join(browser, await invite(page, email, "viewer"));
  await guest.context().close();
  await invite(page, newEmail(), "admin");
  await page.reload();
  await expect(page.getByText(email).filter({ visible: true })).toBeVisible();
  await expectWellEverywhere(page);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("dialog").getByLabel("E-mail address").fill("x@example.com");
  await expectWellEverywhere(page);
});
