/** The load of bench/ingest.ts, in a process of its own: keep-alive connections that publish as fast as they are answered. */
import { Pool } from "undici";

export interface Load {
  url: string;
  path: string;
  key: string;
  type: string;
  perRequest: number;
  connections: number;
  warmUpMs: number;
  measureMs: number;
}

export interface Measured {
  requests: number;
  /** Answers other than 202. */
  refused: number;
  ms: number;
  p50Ms: number;
  p99Ms: number;
  cpuSeconds: number;
}

process.once("message", (load: Load) => void run(load));

async function run({ url, path, key, type, perRequest, connections, warmUpMs, measureMs }: Load): Promise<void> {
  const pool = new Pool(url, { connections });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const began = performance.now();
  const warmUntil = began + warmUpMs;
  const until = warmUntil + measureMs;
  const times: number[] = [];
  let refused = 0;
  let count = 0;
  const event = () => ({
    type,
    data: {
      contact: String(919876500000 + (count++ % 10_000)),
      name: "Ada Lovelace",
      email: "ada@example.com",
      tags: ["vip", "beta"],
      score: 41.5,
    },
  });
  const bodyNow = () =>
    JSON.stringify(perRequest === 1 ? event() : { events: Array.from({ length: perRequest }, event) });

  let cpuBefore = process.cpuUsage();
  setTimeout(() => {
    cpuBefore = process.cpuUsage();
    process.send?.("warm");
  }, warmUpMs);
  const publishAgainAndAgain = async () => {
    for (;;) {
      const sent = performance.now();
      if (sent >= until) return;
      const { statusCode, body } = await pool.request({ path, method: "POST", headers, body: bodyNow() });
      await body.dump();
      const answered = performance.now();
      if (answered < warmUntil || answered > until) continue;
      if (statusCode === 202) times.push(answered - sent);
      else refused++;
    }
  };
  await Promise.all(Array.from({ length: connections }, publishAgainAndAgain));
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const { user, system } = process.cpuUsage(cpuBefore);
  const measured: Measured = {
    requests: times.length,
    refused,
    ms: measureMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuSeconds: (user + system) / 1e6,
  };
  process.send?.(measured);
}
