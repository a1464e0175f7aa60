/** How many events a second the API accepts, one by one and in batches, through every real part, fsync on. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { startReceiver } from "../lib/testing/documented-receiver";
import { startProductOnServers } from "../lib/testing/product";
import { cpuSecondsBelow } from "./cpu";
import type { Load, Measured } from "./ingest-load";

const API_KEY = "bench_0123456789_abcdefghijklmnopqrstuvw";
const OWNER = { BOOTSTRAP_OWNER_EMAIL: "bench@example.com", BOOTSTRAP_OWNER_PASSWORD: "a long enough password" };
const WEBHOOKS = 10;
const SUBSCRIBED = 2;
const TYPE = "contact.updated";
const PARTS = {
  web: /dist\/web\.mjs/,
  worker: /dist\/worker\.mjs/,
  postgres: /postgres/,
  redis: /redis/,
};

const LOADS: { name: string; path: string; perRequest: number; connections: number }[] = [
  { name: "single", path: "/events", perRequest: 1, connections: 48 },
  { name: "batches of 500", path: "/events/batch", perRequest: 500, connections: 4 },
];
const WARM_UP_MS = 3_000;
const MEASURE_MS = 8_000;

export async function ingest(): Promise<void> {
  const product = await startProductOnServers({ ...OWNER, BOOTSTRAP_API_KEY: API_KEY }, { durable: true });
  const receiver = await startReceiver();
  const post = async (body: unknown) => {
    const response = await fetch(`${product.url}/api/v1/webhooks`, {
      method: "POST",
      headers: { Authorization: `Bearer ${API_KEY}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`creating a webhook answered ${response.status}`);
  };
  try {
    for (let i = 0; i < WEBHOOKS; i++) {
      const events = i < SUBSCRIBED ? [TYPE] : ["call.*"];
      await post({ title: `Bench ${i}`, url: receiver.url, events, status: "paused" });
    }
    console.log(
      `\ningest through HTTP (${cpus().length} cores, fsync on; ${SUBSCRIBED} of ${WEBHOOKS} webhooks subscribed, paused)\n`,
    );
    console.log(
      `${"".padEnd(16)}events/s   p50 ms   p99 ms  refused   CPU s: ${[...Object.keys(PARTS), "load"].join(", ")}`,
    );
    for (const { name, path, perRequest, connections } of LOADS) {
      const load = { url: product.url, path: `/api/v1${path}`, key: API_KEY, type: TYPE, perRequest, connections };
      const { measured, cpu } = await run({ ...load, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS });
      const cells = [(measured.requests * perRequest * 1000) / measured.ms, measured.p50Ms, measured.p99Ms];
      const row = [...cells.map((cell) => cell.toFixed(cell < 100 ? 1 : 0)), String(measured.refused)];
      console.log(
        `${name.padEnd(15)}${row.map((cell) => cell.padStart(9)).join("")}   ${[...cpu, measured.cpuSeconds].map((s) => s.toFixed(1)).join(", ")}`,
      );
    }
  } finally {
    await receiver.close();
    await product.stop();
  }
}

/** The load comes from a process of its own, so that its cost is seen apart. */
async function run(load: Load): Promise<{ measured: Measured; cpu: number[] }> {
  const child = fork(fileURLToPath(new URL("./ingest-load.ts", import.meta.url)));
  let measured: Measured | undefined;
  let before: number[] = [];
  let after: number[] = [];
  child.on("message", (message: "warm" | Measured) => {
    if (message === "warm") return (before = cpuNow());
    measured = message;
    return (after = cpuNow());
  });
  child.send(load);
  await once(child, "exit");
  if (!measured) throw new Error("the load broke off");
  return { measured, cpu: after.map((seconds, index) => seconds - (before[index] ?? 0)) };
}

const cpuNow = () => Object.values(PARTS).map((pattern) => cpuSecondsBelow(process.pid, pattern));
