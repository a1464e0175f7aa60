/** `npm test`: installs what is missing, runs every check and every test, and ends with the totals over all of them. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";
import { installPackages, packagesAreInstalled } from "./launcher/packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = join(root, "test-results");

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @type {{ name: string, command: string[], report?: string }[]} */
const STEPS = [
  { name: "format", command: ["npm", "run", "-s", "format"] },
  { name: "generate", command: ["npm", "run", "-s", "generate"] },
  { name: "types", command: ["npm", "run", "-s", "types"] },
  { name: "lint", command: ["npm", "run", "-s", "lint"] },
  { name: "structure", command: ["npm", "run", "-s", "structure"] },
  { name: "unused", command: ["npm", "run", "-s", "unused"] },
  {
    name: "unit and database tests",
    command: ["npx", "vitest", "run", "--reporter=default", "--reporter=json", "--outputFile=test-results/vitest.json"],
    report: "vitest.json",
  },
  { name: "browser tests", command: ["npx", "playwright", "test"], report: "playwright.json" },
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
try {
  if (!packagesAreInstalled(root)) await installPackages(root, join(results, "npm.log"), () => undefined);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
ensureChromium();

/** @type {Totals} */
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, report } of STEPS) {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const succeeded = await run(command);
  const counted = report ? read(report) : { passed: 0, failed: 0, skipped: 0 };
  // A check counts as one; so does a runner that broke without a failing test to show for it.
  if (!report && succeeded) counted.passed = 1;
  if (!succeeded && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped += counted.skipped;
  console.log(`── ${name}: ${succeeded ? "ok" : "FAILED"}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

/** @param {string[]} command */
function run([program = "", ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * @param {string} file
 * @returns {Totals}
 */
function read(file) {
  const path = join(results, file);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, "utf8"));
  if (file === "playwright.json") {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = report;
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
  };
}
