/** How long until the receiver has an event, at a steady rate, through every real part: from its 202, and from its publish. */
import { Pool } from "undici";
import { waitUntil } from "../lib/testing/wait";
import { deleteEverything, makeWebhooks } from "./fill";
import { startMeter } from "./processes";
import { API_KEY, type Stage } from "./stage";
import { percentiles, printRow } from "./table";

const RATES_PER_SECOND = [50, 100, 500, 1_000];
const WEBHOOKS = 10;
const WARM_UP_SECONDS = 3;
const SECONDS = 15;
const ARRIVE_MS = 60_000;

/** Unix milliseconds with fractions, as the receiver's process has them. */
const now = () => performance.timeOrigin + performance.now();

export async function latency(stage: Stage): Promise<void> {
  await deleteEverything();
  const { receiver } = stage;
  const secrets: string[] = [];
  // Each event goes to one of them.
  for (let index = 0; index < WEBHOOKS; index++) {
    const made = await makeWebhooks(1, () => `${receiver.url}/${index}`, { events: [typeOf(index)] });
    secrets.push(...made.secrets);
  }
  receiver.tell({ secrets });
  const web = await stage.startWeb();
  const worker = stage.startWorker();
  const pool = new Pool(stage.webUrl, { connections: 64 });
  for (const rate of RATES_PER_SECOND) {
    await steadily(rate, WARM_UP_SECONDS, (index) => publish(pool, typeOf(index % WEBHOOKS)));
    receiver.tell("reset");
    const began = new Map<string, number>();
    const accepted = new Map<string, number>();
    const meter = startMeter();
    await steadily(rate, SECONDS, async (index) => {
      const at = now();
      const id = await publish(pool, typeOf(index % WEBHOOKS));
      began.set(id, at);
      accepted.set(id, now());
    });
    const arrivals = new Map<string, number>();
    await waitUntil(
      "every event arrives",
      async () => {
        for (const [eventId, , at] of await receiver.arrivals()) if (began.has(eventId)) arrivals.set(eventId, at);
        return arrivals.size === began.size;
      },
      ARRIVE_MS,
    );
    const usage = meter.stop();
    // What arrived before its answer was read has not been waited for.
    const since = (from: Map<string, number>) =>
      percentiles([...from].map(([id, at]) => Math.max((arrivals.get(id) ?? Number.NaN) - at, 0)));
    printRow({ name: `end to end at ${rate} events/s`, latency: since(accepted), usage });
    printRow({ name: "  the publish itself included", latency: since(began) });
  }
  await pool.close();
  await worker.stop();
  await web.stop();
}

const TYPES = ["contact.created", "contact.updated", "contact.deleted", "lead.captured", "lead.assigned"].concat([
  "call.started",
  "call.answered",
  "call.ended",
  "sms.sent",
  "sms.received",
]);
const typeOf = (index: number) => TYPES[index] ?? "test.ping";

/** @returns the event's id */
async function publish(pool: Pool, type: string): Promise<string> {
  const { statusCode, body } = await pool.request({
    path: "/api/v1/events",
    method: "POST",
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ type, data: { contact: "919876543210", name: "John Doe" } }),
  });
  const answer = (await body.json()) as { id: string };
  if (statusCode !== 202) throw new Error(`publishing answered ${statusCode}`);
  return answer.id;
}

/** Starts one action every 1/rate s, whatever they take. */
async function steadily(rate: number, seconds: number, action: (index: number) => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < rate * seconds; index++) {
    const waitMs = began + (index * 1000) / rate - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    running.push(action(index));
  }
  await Promise.all(running);
}
