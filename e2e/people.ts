/** Other people of the owner's account, as tests bring them in. */
import type { Browser, Page } from "@playwright/test";

export const PASSWORD = "another long password";

let people = 0;
export const newEmail = () => `person-${Date.now()}-${++people}@acme.example`;

interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

/** Asks the API as whoever is signed in on this page. */
export function ask<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ({ method, path, body }: Asked) => {
      const response = await fetch(`/api/v1${path}`, {
        method,
        ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
      });
      return (response.status === 204 ? undefined : await response.json()) as T;
    },
    { method, path, body },
  );
}

/** @returns the one-time link */
export async function invite(page: Page, email: string, role: string): Promise<string> {
  return (await ask<{ link: string }>(page, "POST", "/invites", { email, role })).link;
}

/** Somebody new, in a browser of their own, signed in. */
export async function join(browser: Browser, link: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("**/settings/webhooks");
  return page;
}

/** Everybody leaves but whoever is signed in on this page, and nobody is invited. */
export async function clearTeam(page: Page): Promise<void> {
  const members = await ask<{ data: { id: string; isYou: boolean }[] }>(page, "GET", "/members");
  for (const { id, isYou } of members.data) if (!isYou) await ask(page, "DELETE", `/members/${id}`);
  const invites = await ask<{ data: { id: string }[] }>(page, "GET", "/invites");
  for (const { id } of invites.data) await ask(page, "DELETE", `/invites/${id}`);
}
