import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext } from "@playwright/test";
import { withPalette } from "./palette-png";
import type { Screen, Shot } from "./screen";
import { OWNER, type Seeded } from "./seed";

export const THEMES = ["light", "dark"] as const;
export const WIDTHS = [1440, 390] as const;
const HEIGHTS = { 1440: 900, 390: 844 } as const;

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

export async function signIn(browser: Browser, url: string): Promise<Session> {
  const page = await browser.newPage({ locale: "en-GB" });
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/settings/**");
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

interface Wanted {
  screen: Screen;
  shot: Shot;
  seeded: Seeded;
  session: Session;
  url: string;
  folder: string;
}

export const fileOf = (screen: Screen, shot: Shot, theme: string, width: number) =>
  `${screen.name}.${shot.state}.${theme}.${width}.png`;

/** In both themes, wide and on a phone. @returns what stood in the way, where a picture could not be taken */
export async function shoot(browser: Browser, wanted: Wanted): Promise<string | undefined> {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      try {
        await one(browser, wanted, theme, width);
      } catch (error) {
        return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      }
    }
  }
  return undefined;
}

async function one(
  browser: Browser,
  { screen, shot, seeded, session, url, folder }: Wanted,
  theme: (typeof THEMES)[number],
  width: (typeof WIDTHS)[number],
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    colorScheme: theme,
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
    ...(screen.isPublic ? {} : { storageState: session }),
  });
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    await shot.before?.(page);
    const response = await page.goto(url + (typeof shot.path === "string" ? shot.path : shot.path(seeded)));
    if (response?.status() === 404) throw new Error("this screen isn't there");
    // By its tag: behind a dialog that opens with the page it has no role.
    await page.locator("main").first().waitFor();
    // Live tails and endless requests keep the network busy for ever.
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => undefined);
    await shot.after?.(page, seeded);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const png = await page.screenshot({ caret: "hide", animations: "disabled" });
    writeFileSync(path.join(folder, fileOf(screen, shot, theme, width)), withPalette(png));
  } finally {
    await context.close();
  }
}
