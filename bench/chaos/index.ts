/**
 * `npm run chaos [-- F1 F3 …]`: does to the product what can go wrong, and shows what became of every delivery.
 * `-- F2 --without interrupted`: the same without a protection. `-- --red`: all of them without, which must all be red.
 */
import { parseArgs } from "node:util";
import { build, isBuilt } from "../../scripts/build.mjs";
import { endAll } from "../../scripts/child-processes.mjs";
import type { Fault } from "./fault";
import { FAULTS } from "./faults";
import { sabotaged } from "./sabotage";
import { SABOTAGES, type Sabotage } from "./sabotages";
import { play, type Outcome } from "./stage";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: "boolean" }, red: { type: "boolean" }, without: { type: "string" } },
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void endAll().then(() => process.exit(130)));
}
for (const name of positionals) if (!FAULTS.some(({ id }) => id === name)) refuse(`There is no fault ${name}.`);
const faults = FAULTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const sabotages = SABOTAGES.filter(({ fault, name }) => {
  const isAsked = values.red || name === values.without;
  return isAsked && faults.some(({ id }) => id === fault);
});
if (values.without && sabotages.length === 0) refuse(`There is no protection ${values.without} to take away.`);

if (!isBuilt()) await build({ onLine: console.log });
let wrong = 0;
if (sabotages.length === 0) for (const fault of faults) await tryOut(fault);
for (const sabotage of sabotages) {
  const fault = faults.find(({ id }) => id === sabotage.fault);
  if (fault) await tryWithout(fault, sabotage);
}
process.exit(wrong === 0 ? 0 : 1);

async function tryOut(fault: Fault): Promise<void> {
  const outcome = await play(fault, values.short ? "short" : "full");
  if (!outcome.passed) wrong++;
  print(fault, outcome, outcome.passed ? "pass" : "FAIL");
}

/** Short, as something that doesn't work needs no long run. */
async function tryWithout(fault: Fault, sabotage: Sabotage): Promise<void> {
  const outcome = await play(fault, "short", await sabotaged(sabotage));
  const isRed = outcome.checks.some(({ what, holds }) => !holds && sabotage.expected.test(what));
  if (!isRed) wrong++;
  print(fault, outcome, `without ${sabotage.name}: ${isRed ? "red, as it must be" : "NOT RED"}`);
}

function print({ id, title }: Fault, { checks, error, seconds, logs, passed }: Outcome, verdict: string): void {
  console.log(`\n${id.padEnd(4)} ${title}: ${verdict} (${seconds.toFixed(0)} s)`);
  const width = Math.max(...checks.map(({ what }) => what.length));
  for (const { what, measured, bound, holds } of checks) {
    console.log(`   ${holds ? " " : "✗"} ${what.padEnd(width)}  ${measured}  (${bound})`);
  }
  if (error) console.log(error);
  if (!passed) console.log(`     logs: ${logs}`);
}

function refuse(line: string): never {
  console.error(`${line} Faults: ${FAULTS.map(({ id }) => id).join(" ")}.`);
  process.exit(1);
}
