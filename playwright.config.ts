import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS } from "./e2e/chromium";
import { PRODUCTS, chooseOwnProduct } from "./e2e/own-product";
import { chromiumPath } from "./scripts/chromium.mjs";

chooseOwnProduct();

const FAULTS = /chaos\.spec\.ts/;

export default defineConfig({
  testDir: "e2e",
  // As many as there are products.
  workers: PRODUCTS,
  projects: [
    { name: "side by side", testIgnore: FAULTS },
    // What is killed and counted needs the machine: with others beside it, a kill finds many times as much in flight.
    { name: "alone", testMatch: FAULTS, dependencies: ["side by side"] },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  globalSetup: "./e2e/global-setup.ts",
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    baseURL: process.env["E2E_URL"] ?? "",
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: chromiumPath() ?? "chromium", args: CHROMIUM_ARGS },
    // A trace of each test costs a seventh of the time: `--trace retain-on-failure` makes them.
    screenshot: "only-on-failure",
    // Emptied between tests; what was compiled stays.
    reuseContext: true,
  },
});
