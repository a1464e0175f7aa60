import { expect, test } from "@playwright/test";
import { expectNoAxeViolations } from "./axe";
import { operationsOf, readDocument } from "./contract";

// Axe takes half a minute over so long a page: each width and each theme once, not each pair.
for (const { look, viewport, colorScheme } of [
  { look: "on a desk, in light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { look: "on a phone, in dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const) {
  test(`the API reference is readable by everybody, ${look}`, async ({ page }) => {
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
    await page.goto("/docs/api");
    await expect(page.getByRole("heading", { name: "API reference" })).toBeVisible();
    for (const { id } of operationsOf(await readDocument())) await expect(page.locator(`h3#${id}`)).toBeVisible();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await expectNoAxeViolations(page);
    expect(problems).toEqual([]);
  });
}
