/** That cost doesn't grow with the backlog, and that receivers that hang hold up nobody else. */
import { Redis } from "ioredis";
import { waitUntil } from "../lib/testing/wait";
import { deleteEverything, deliverNow, makeBacklog, makeWebhooks } from "./fill";
import { startMeter } from "./processes";
import type { Receiver, Stage } from "./stage";
import { percentiles, printRow } from "./table";

const WEBHOOKS = 200;
const BACKLOGS = [10_000, 1_000_000];
const MEASURED = 10_000;
const ROUNDS = 3;

/** Ten thousand deliveries, from a backlog of ten thousand and from one of a million. */
export async function scale(stage: Stage): Promise<void> {
  const { receiver, redisUrl } = stage;
  const idle = await redisMb(redisUrl);
  for (const pending of BACKLOGS) {
    const rates: number[] = [];
    const meter = startMeter();
    let redis = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await deleteEverything();
      const { webhookIds, secrets } = await makeWebhooks(WEBHOOKS, (index) => `${receiver.url}/${index}`);
      receiver.tell({ secrets });
      await makeBacklog(webhookIds, pending);
      const before = (await receiver.count()).verified;
      const arrived = async () => (await receiver.count()).verified - before;
      const worker = stage.startWorker();
      await waitUntil("the worker is under way", async () => (await arrived()) >= MEASURED * 0.1, 60_000);
      const [began, first] = [performance.now(), await arrived()];
      await waitUntil("ten thousand arrive", async () => (await arrived()) >= MEASURED * 0.9, 60_000);
      rates.push((((await arrived()) - first) * 1000) / (performance.now() - began));
      redis = Math.max(redis, await redisMb(redisUrl));
      await worker.stop();
    }
    const perSecond = Math.max(...rates);
    const note = `Redis ${(redis - idle).toFixed(1)} MB above idle`;
    printRow({ name: `${pending.toLocaleString("en")} pending, 200 webhooks`, perSecond, usage: meter.stop(), note });
  }
}

const MANY = 5_000;
const HANGING = 500;
const EACH = 4;
const RATE_MS = 5;
const PUBLISH_MS = 20_000;

/** 5,000 webhooks get a delivery now and then; the others' latency without and with 500 that never answer. */
export async function hanging(stage: Stage): Promise<void> {
  for (const hang of [0, HANGING]) {
    await deleteEverything();
    const { receiver } = stage;
    const { webhookIds, secrets } = await makeWebhooks(MANY, (index) => `${receiver.url}/${index}`);
    receiver.tell({ secrets });
    receiver.tell({ hang: Array.from({ length: hang }, (_, index) => index) });
    if (hang > 0) await makeBacklog(webhookIds.slice(0, hang), hang * 32);
    const worker = stage.startWorker();
    await warmUp(receiver, webhookIds.slice(HANGING, HANGING + EACH));
    receiver.tell("reset");
    const meter = startMeter();
    const due = new Map<string, number>();
    const began = performance.now();
    for (let round = 0; performance.now() - began < PUBLISH_MS; round++) {
      const from = HANGING + ((round * EACH) % (MANY - HANGING));
      const at = performance.timeOrigin + performance.now();
      for (const id of await deliverNow(webhookIds.slice(from, from + EACH))) due.set(id, at);
      await new Promise((resolve) => setTimeout(resolve, RATE_MS));
    }
    const arrivals = new Map<string, number>();
    const all = async () => {
      for (const [eventId, , at] of await receiver.arrivals()) if (due.has(eventId)) arrivals.set(eventId, at);
      return arrivals.size === due.size;
    };
    await waitUntil("the others get theirs", all, 60_000);
    const usage = meter.stop();
    receiver.tell({ hang: [] });
    await worker.stop();
    const waits = [...due].map(([id, at]) => (arrivals.get(id) ?? Number.NaN) - at);
    const name = hang === 0 ? "5,000 webhooks, all answering" : "5,000 webhooks, 500 hanging: others";
    printRow({ name, latency: percentiles(waits), usage });
  }
}

/** Until the worker is there, and, where some hang, until it has met them. */
async function warmUp(receiver: Receiver, webhookIds: string[]): Promise<void> {
  const { verified } = await receiver.count();
  await deliverNow(webhookIds);
  const all = async () => (await receiver.count()).verified >= verified + webhookIds.length;
  await waitUntil("the first deliveries", all, 60_000);
}

async function redisMb(url: string): Promise<number> {
  const client = new Redis(url);
  const info = await client.info("memory");
  client.disconnect();
  return Number(/^used_memory:(\d+)/m.exec(info)?.[1]) / 2 ** 20;
}
