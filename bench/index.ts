/** `npm run bench -- <name>`: measures the product as it is built, and prints. Never a gate. */
import { ingest } from "./ingest";
import { latency } from "./latency";

const BENCHES: Record<string, () => Promise<void>> = { ingest, latency };

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`There is no bench ${name}. There are: ${Object.keys(BENCHES).join(", ")}.`);
    process.exit(1);
  }
  await bench();
}
