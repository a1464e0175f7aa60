/** `npm test`: installs what is missing, runs every check and every test, and ends with the totals over all of them. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";
import { installPackages, packagesAreInstalled } from "./launcher/packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const RESULTS = "test-results";
const VITEST = `${RESULTS}/vitest.json`;
const PLAYWRIGHT = `${RESULTS}/playwright.json`;

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @typedef {{ name: string, command: string[], report?: string }} Step */

/** What stands in one line runs beside each other. @type {Step[][]} */
const STEPS = [
  [check("generate")],
  [check("types"), check("lint"), check("format"), check("structure"), check("unused")],
  [
    {
      name: "unit and database tests",
      command: ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${VITEST}`],
      report: VITEST,
    },
  ],
  [{ name: "browser tests", command: ["npx", "playwright", "test"], report: PLAYWRIGHT }],
];

rmSync(join(root, RESULTS), { recursive: true, force: true });
mkdirSync(join(root, RESULTS));
try {
  if (!packagesAreInstalled(root)) await installPackages(root, join(root, RESULTS, "npm.log"), () => undefined);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
ensureChromium();

/** @type {Totals} */
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const steps of STEPS) {
  // The output of one alone is seen as it comes; of several, that of each when it has ended.
  await Promise.all(steps.map((step) => runStep(step, steps.length === 1)));
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

/**
 * @param {string} name of a script of package.json
 * @returns {Step}
 */
function check(name) {
  return { name, command: ["npm", "run", "-s", name] };
}

/**
 * @param {Step} step
 * @param {boolean} isAlone
 */
async function runStep({ name, command, report }, isAlone) {
  const began = Date.now();
  if (isAlone) console.log(`\n── ${name}`);
  const { succeeded, output } = await run(command, isAlone);
  if (!isAlone) console.log(`\n── ${name}\n${output}`);
  const counted = report ? read(report) : { passed: 0, failed: 0, skipped: 0 };
  // A check counts as one; so does a runner that broke without a failing test to show for it.
  if (!report && succeeded) counted.passed = 1;
  if (!succeeded && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped += counted.skipped;
  console.log(`── ${name}: ${succeeded ? "ok" : "FAILED"}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * @param {string[]} command
 * @param {boolean} isAlone
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function run([program = "", ...args], isAlone) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: isAlone ? ["ignore", "inherit", "inherit"] : "pipe" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
    child.on("error", () => resolve({ succeeded: false, output }));
    child.on("close", (code) => resolve({ succeeded: code === 0, output }));
  });
}

/**
 * @param {string} report
 * @returns {Totals}
 */
function read(report) {
  const path = join(root, report);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const told = JSON.parse(readFileSync(path, "utf8"));
  if (report === PLAYWRIGHT) {
    const { expected, unexpected, flaky, skipped } = told.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = told;
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
  };
}
