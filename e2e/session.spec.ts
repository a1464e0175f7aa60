/** What becomes of an open page when its session ends or its connection goes. */
import { expect, test, type Page } from "@playwright/test";
import { createWebhook, deleteAllWebhooks } from "./api";
import { expectWellEverywhere } from "./axe";
import { OWNER, signInAnew } from "./owner";

test.beforeEach(() => deleteAllWebhooks());

async function enterPassword(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a session that ends in another tab leads to the sign-in once, and back to the same place with its filters", async ({
  context,
  page,
}) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "CRM" });
  const place = "/settings/webhooks/logs?status=failed,held";
  await signInAnew(page, "/settings/webhooks");
  await page.goto(place);
  await expect(page.getByRole("heading", { name: "Outbound Webhooks" })).toBeVisible();
  const logins: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.url().includes("/login")) logins.push(request.url());
  });
  const other = await context.newPage();
  await other.goto("/settings/team");
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await other.waitForURL("**/login");
  await page.waitForURL(/\/login\?next=/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(logins).toHaveLength(1);
  await enterPassword(page);
  await page.waitForURL((url) => url.pathname + decodeURIComponent(url.search) === place);
});

test("a link that is followed after the session has ended leads there after signing in", async ({ context, page }) => {
  await signInAnew(page, "/settings/account");
  await page.waitForLoadState("networkidle");
  await context.clearCookies();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Team" }).click();
  await page.waitForURL(/\/login\?next=/);
  await enterPassword(page);
  await page.waitForURL("**/settings/team");
});

test("two tabs: who signs out and in again in one goes on in both", async ({ context, page }) => {
  await signInAnew(page, "/settings/team");
  const other = await context.newPage();
  await other.goto("/settings/account");
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await other.waitForURL("**/login");
  await enterPassword(other);
  await other.waitForURL("**/settings/webhooks");
  // Meanwhile it may have asked for something, and gone to the sign-in itself.
  await page.goto("/settings/account");
  await expect(page.getByRole("region", { name: "You", exact: true })).toBeVisible();
});

test("offline, the page says how old it is and keeps what it shows; back online, it is read again", async ({
  context,
  page,
}) => {
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Before" });
  await signInAnew(page);
  await expect(page.getByRole("link", { name: "Before" })).toBeVisible();
  await context.setOffline(true);
  const note = page.getByText(/You are offline. What you see is from \d\d:\d\d/);
  await expect(note).toBeVisible();
  await expect(page.getByRole("link", { name: "Before" })).toBeVisible();
  await createWebhook("http://127.0.0.1:4999/", ["*"], { title: "Meanwhile" });
  await context.setOffline(false);
  await expect(note).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Meanwhile" })).toBeVisible();
  await expect(page.getByText("You are online again")).toBeVisible();
});

test("what is done offline says at once that it failed, and doesn't happen later", async ({ context, page }) => {
  await signInAnew(page, "/settings/account");
  await context.setOffline(true);
  const you = page.getByRole("region", { name: "You" });
  await you.getByLabel("Your name").fill("Nobody");
  await you.getByRole("button", { name: "Save" }).click();
  await expect(you.getByText("The server can't be reached.")).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(you.getByLabel("Your name")).toHaveValue("");
});

test("what was never opened before can't be opened offline, and takes neither the page nor what was typed", async ({
  context,
  page,
}) => {
  await signInAnew(page, "/settings/webhooks/new");
  await page.getByLabel("Title").fill("Wren");
  await expect(page.getByRole("region", { name: /^Notifications/ })).toBeAttached();
  await context.setOffline(true);
  await page.keyboard.press("Control+k");
  await expect(page.getByText("This couldn't be loaded.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Wren");
  await context.setOffline(false);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Command palette" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Title")).toHaveValue("Wren");
});

test("offline and at the sign-in nothing is cut off or hard to read", async ({ context, page }) => {
  await page.goto("/login");
  await expectWellEverywhere(page);
  await signInAnew(page, "/settings/team");
  await context.setOffline(true);
  await expect(page.getByText(/You are offline/)).toBeVisible();
  await expectWellEverywhere(page);
  await context.setOffline(false);
});
