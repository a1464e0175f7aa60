import { expect, test } from "@playwright/test";
import { expectNoAxeViolations, expectNoBadContrast } from "./axe";
import { operationsOf, readDocument } from "./contract";

// Axe takes its time over long pages: each width and each theme once, not each pair.
for (const { look, viewport, colorScheme, check } of [
  {
    look: "on a desk, in dark",
    viewport: { width: 1440, height: 900 },
    colorScheme: "dark",
    check: expectNoBadContrast,
  },
  {
    look: "on a phone, in light",
    viewport: { width: 390, height: 844 },
    colorScheme: "light",
    check: expectNoAxeViolations,
  },
] as const) {
  test(`every operation of the API can be found and read by everybody, ${look}`, async ({ page }) => {
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    // What Next.js fetches ahead is given up when the page changes or ends.
    page.on("requestfailed", (request) => {
      if (!request.url().includes("_rsc=")) problems.push(request.url());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(process.env["E2E_URL"] ?? "")) problems.push(`foreign: ${request.url()}`);
    });
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const readable = async () => {
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0], page.url()).toBeLessThanOrEqual(widths[1] ?? 0);
      await check(page);
    };
    await page.goto("/docs/api");
    await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
    await readable();
    const told = operationsOf(await readDocument());
    const hrefs = new Map<string, string[]>();
    for (const { id, path, method } of told) {
      // Also the anchor that addresses of the reference as one page have.
      const link = page.locator(`li#${id}`).getByRole("link");
      await expect(link).toContainText(`${method.toLowerCase()}${path}`);
      const [group = "", anchor] = ((await link.getAttribute("href")) ?? "").split("#");
      expect(anchor).toBe(id);
      hrefs.set(group, [...(hrefs.get(group) ?? []), id]);
    }
    expect(hrefs.size).toBeGreaterThan(4);
    for (const [group, ids] of hrefs) {
      const answer = await page.goto(group);
      expect((await answer?.body())?.length, group).toBeLessThan(600_000);
      for (const id of ids) await expect(page.locator(`h2#${id}`)).toBeVisible();
      await readable();
    }
    expect(problems).toEqual([]);
  });
}
