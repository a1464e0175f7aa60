import type { Page } from "@playwright/test";

export const OWNER = { email: "jane@acme.example", password: "a long enough password" };
export const API_KEY = "e2e_0123456789_abcdefghijklmnopqrstuvwxyz";

export async function signIn(page: Page, path = "/settings/webhooks"): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
}
