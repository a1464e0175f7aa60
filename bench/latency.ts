/** How long from the 202 to the receiver's first byte, at a steady rate, through every real part, fsync on. */
import { cpus } from "node:os";
import { startProductOnServers } from "../lib/testing/product";
import { startReceiver } from "../lib/testing/documented-receiver";
import { waitUntil } from "../lib/testing/wait";

const RATES_PER_SECOND = [50];
const WARM_UP = 100;
const SECONDS = 20;
const API_KEY = "bench_0123456789_abcdefghijklmnopqrstuvw";
const OWNER = { BOOTSTRAP_OWNER_EMAIL: "bench@example.com", BOOTSTRAP_OWNER_PASSWORD: "a long enough password" };

export async function latency(): Promise<void> {
  const product = await startProductOnServers({ ...OWNER, BOOTSTRAP_API_KEY: API_KEY }, { durable: true });
  const receiver = await startReceiver();
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${product.url}/api/v1${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${API_KEY}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as { id: string };
  };
  try {
    await post("/webhooks", { title: "Bench", url: receiver.url, events: ["*"] });
    console.log(`\nlatency from 202 to the receiver's first byte, ms (${cpus().length} cores, fsync on)\n`);
    console.log("events/s       n     p50     p95     p99     max   publish p50   publish p99");
    for (const rate of RATES_PER_SECOND) {
      const accepted = new Map<string, number>();
      const publishing: number[] = [];
      const publish = async (measured: boolean) => {
        const began = performance.now();
        const { id } = await post("/events", { type: "contact.updated", data: { contact: "919876543210" } });
        if (!measured) return;
        publishing.push(performance.now() - began);
        accepted.set(id, performance.now());
      };
      for (let i = 0; i < WARM_UP; i++) await publish(false);
      await steadily(rate, rate * SECONDS, () => publish(true));
      const arrived = () =>
        new Map(receiver.received.map(({ headers, at }) => [String(headers["x-sydx-event-id"]), at]));
      await waitUntil("every event arrives", () => arrived().size >= accepted.size + WARM_UP, 30_000);
      const at = arrived();
      const waits = [...accepted].map(([id, when]) => Math.max((at.get(id) ?? Number.NaN) - when, 0));
      const row = [rate, waits.length, ...[50, 95, 99, 100].map((p) => percentile(waits, p))];
      const own = [percentile(publishing, 50), percentile(publishing, 99)];
      console.log(
        row.map((cell) => cell.toString().padStart(8)).join("") + own.map((cell) => cell.padStart(14)).join(""),
      );
    }
  } finally {
    await receiver.close();
    await product.stop();
  }
}

/** Starts `count` actions, one every 1/rate s, whatever they take. */
async function steadily(rate: number, count: number, action: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let i = 0; i < count; i++) {
    const waitMs = began + (i * 1000) / rate - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    running.push(action());
  }
  await Promise.all(running);
}

function percentile(values: number[], p: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.max(Math.ceil((sorted.length * p) / 100) - 1, 0)] ?? Number.NaN).toFixed(1);
}
