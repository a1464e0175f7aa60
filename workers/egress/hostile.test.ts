import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { AttemptResult } from "../../lib/core/attempt";
import { createSender } from "./send";

const TIMEOUT_MS = 3_000;
const EACH = 5;
const GROWTH_MAX_BYTES = 100 * 1024 * 1024;

const timeout = (errorDetail: string): Partial<AttemptResult> => ({ error: "timeout", errorDetail });
const OUTCOMES: Record<string, Partial<AttemptResult>> = {
  "http/silence": timeout("first_byte"),
  "http/drip": timeout("body"),
  "http/dripHeaders": timeout("first_byte"),
  "http/interim": timeout("first_byte"),
  "http/interimFlood": { error: "bad_response", errorDetail: "interim_flood" },
  "http/headerFlood": { error: "bad_response", errorDetail: "headers_too_large" },
  "http/garbage": { error: "bad_response" },
  "http/status999": { error: "http_status" },
  // A 2xx, of which enough was read.
  "http/endless": {},
  "http/bomb": {},
  "https/silence": timeout("connect"),
};

async function startHostileReceiver(): Promise<number> {
  const script = path.join(import.meta.dirname, "../../lib/testing/hostile-receiver.mjs");
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return Number(line.toString());
}

it("fifty hostile receivers at once are each over by their deadline, and cost no memory to speak of", async () => {
  const port = await startHostileReceiver();
  const sender = createSender({ policy: "local", resolve: async () => ["127.0.0.1"] });
  onTestFinished(() => sender.close());
  const before = process.memoryUsage().rss;
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const ways = Object.keys(OUTCOMES).flatMap((way) => Array.from({ length: EACH }, () => way));
  const results = await Promise.all(
    ways.map(async (way) => {
      const [scheme, behaviour] = way.split("/");
      const url = `${scheme}://hostile.test:${port}/${behaviour}`;
      return { way, result: await sender.send({ url, headers: [], body: "{}", timeoutMs: TIMEOUT_MS }) };
    }),
  );
  clearInterval(watching);
  for (const { way, result } of results) {
    const { error, errorDetail } = result;
    expect({ way, error, errorDetail }).toMatchObject({ way, ...OUTCOMES[way] });
    if (!OUTCOMES[way]?.error) expect({ way, error }).toEqual({ way, error: undefined });
    expect(result.response?.body.length ?? 0).toBeLessThanOrEqual(16 * 1024);
  }
  const latestMs = Math.max(...results.map(({ result }) => result.durationMs)) - TIMEOUT_MS;
  const growth = peak - before;
  process.stdout.write(
    `${ways.length} hostile receivers: the latest ${latestMs.toFixed(0)} ms after its deadline, ` +
      `memory +${(growth / 1024 / 1024).toFixed(0)} MB\n`,
  );
  expect(growth).toBeLessThan(GROWTH_MAX_BYTES);
}, 30_000);
