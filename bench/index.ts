/** `npm run bench`, or `npm run bench -- <name> …`: measures the product as it is built, and prints. Never a gate. */
import { cpus } from "node:os";
import { closeDb } from "../lib/db";
import { closeQueue } from "../lib/queue";
import { backlog, bare } from "./backlog";
import { lookAfterMany } from "./alerts";
import { apiCalls } from "./api";
import { ingest } from "./ingest";
import { latency } from "./latency";
import { pages } from "./pages";
import { hanging, scale } from "./scale";
import { readStats } from "./stats";
import { setStage, type Stage } from "./stage";
import { printHead } from "./table";

const BENCHES: Record<string, (stage: Stage, barePerSecond: number) => Promise<void>> = {
  api: apiCalls,
  ingest,
  backlog,
  latency,
  scale,
  hanging,
  pages,
  async alerts(stage) {
    await lookAfterMany(stage);
    await readStats(stage);
  },
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !BENCHES[name]);
if (unknown) {
  console.error(`There is no bench ${unknown}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
const stage = await setStage();
try {
  printHead(
    `${cpus().length} cores hold everything; fsync on; every attempt recorded with headers and body; signatures verified by the receiver`,
  );
  const chosen = names.length > 0 ? names : Object.keys(BENCHES);
  // Pages are not measured in deliveries.
  const barePerSecond = chosen.some((name) => name !== "pages") ? await bare(stage) : 0;
  for (const name of chosen) await BENCHES[name]?.(stage, barePerSecond);
} finally {
  await closeQueue();
  await closeDb();
  await stage.stop();
}
