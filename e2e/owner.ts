import type { BrowserContext, Page } from "@playwright/test";

export const OWNER = { email: "jane@acme.example", password: "a long enough password" };
export const API_KEY = "e2e_0123456789_abcdefghijklmnopqrstuvwxyz";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** Of the owner's last sign-in in this worker. */
let session: Cookies = [];

/** As the owner, in the session there already is; how one signs in is what a few tests are about. */
export async function signIn(page: Page, path = "/settings/webhooks"): Promise<void> {
  if (session.length === 0) return signInAnew(page, path);
  await page.context().addCookies(session);
  await page.goto(path);
  // An earlier test may have ended it.
  if (new URL(page.url()).pathname === "/login") await signInAnew(page, path);
}

/** In a session of its own, by the form. */
export async function signInAnew(page: Page, path = "/settings/webhooks"): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${path}`);
  const cookies = await page.context().cookies();
  session = cookies.filter(({ name }) => name.includes("session"));
}
