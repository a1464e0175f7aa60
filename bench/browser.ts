/** A browser, and what it says by itself about how long things take. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { CHROMIUM_ARGS } from "../e2e/chromium";
import { waitUntil } from "../lib/testing/wait";
import { chromiumPath } from "../scripts/chromium.mjs";

const SETTLE_MS = 10_000;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath() ?? "chromium", args: CHROMIUM_ARGS });

export interface Paint {
  lcpMs: number;
  /** What was painted last of the large. */
  element: string;
}

/** What paints after this is no part of the page's coming; some pages are never without a request. */
const PAINTED_MS = 1_500;

/** From the navigation to the largest contentful paint. */
export async function loadPage(page: Page, url: string): Promise<Paint> {
  await page.goto(url);
  await page.waitForTimeout(PAINTED_MS);
  return page.evaluate(
    () =>
      new Promise<{ lcpMs: number; element: string }>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element | null }) | undefined;
          const text = last?.element?.textContent ?? "";
          resolve({
            lcpMs: last?.startTime ?? Number.NaN,
            element: `${last?.element?.tagName.toLowerCase() ?? "?"} ${text.slice(0, 40)}`,
          });
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}

interface Timings {
  interactions: number[];
}

/** @returns the longest of the events that `act` has caused, until the paint after it */
export async function measureInteraction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const timings: Timings = { interactions: [] };
    Object.assign(window, { timings });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        if (entry.interactionId) timings.interactions.push(entry.duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  await act();
  const read = () => page.evaluate(() => (window as unknown as { timings: Timings }).timings.interactions);
  // What is quicker than 16 ms is not told of at all.
  await waitUntil("the browser has told of it", async () => (await read()).length > 0, SETTLE_MS).catch(
    () => undefined,
  );
  return Math.max(...(await read()), 16);
}
