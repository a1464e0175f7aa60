import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expectNoneOf(page, axe(page));
}

/** What alone depends on the theme. */
export async function expectNoBadContrast(page: Page): Promise<void> {
  await expectNoneOf(page, axe(page).withRules("color-contrast"));
}

// What passes isn't asked for, and no frame is searched: long pages take a third of the time.
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();

async function expectNoneOf(page: Page, builder: AxeBuilder): Promise<void> {
  // What is only half faded in has half its contrast.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined);
  });
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

const isScrollingSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Wide and on a phone, in both themes. */
export async function expectWellEverywhere(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await (colorScheme === "light" ? expectNoAxeViolations(page) : expectNoBadContrast(page));
      expect(await isScrollingSideways(page)).toBe(false);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}
