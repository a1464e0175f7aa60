/** The load of the ingest bench, in a process of its own: keep-alive connections that publish as fast as they are answered. */
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
  /** Milliseconds of each request. */
  times: number[];
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

  setTimeout(() => process.send?.("warm"), warmUpMs);
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
  process.send?.({ requests: times.length, refused, ms: measureMs, times } satisfies Measured);
}
