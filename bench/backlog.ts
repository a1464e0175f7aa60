/** How fast a backlog drains, beside bare signed POSTs to the same receiver in the same run. */
import { waitUntil } from "../lib/testing/wait";
import { countPending, deleteEverything, makeBacklog, makeWebhooks } from "./fill";
import { startMeter } from "./processes";
import { answerOf, forkScript, type Stage } from "./stage";
import { printRow } from "./table";

const BARE_SECONDS = 6;
const BACKLOGS = [
  { webhooks: 1, deliveries: 60_000 },
  { webhooks: 10, deliveries: 100_000 },
  { webhooks: 200, deliveries: 100_000 },
  { webhooks: 5_000, deliveries: 100_000 },
];
const BARE_IN_FLIGHT = 64;
const FIRST_MS = 30_000;
const DRAIN_MS = 300_000;

/** @returns POSTs per second */
export async function bare({ receiver }: Stage): Promise<number> {
  const secret = "whsec_bare";
  receiver.tell({ secrets: [secret] });
  const child = forkScript("bench/bare-process.ts", [receiver.url, secret, String(BARE_SECONDS)]);
  const { perSecond } = await answerOf<{ perSecond: number }>(child);
  printRow({ name: "bare signed POST, nothing recorded", perSecond, ratio: 1 });
  return perSecond;
}

export async function backlog(stage: Stage, barePerSecond: number): Promise<void> {
  for (const { webhooks, deliveries } of BACKLOGS) {
    const { perSecond, usage } = await drainBacklog(stage, webhooks, deliveries);
    const name = `backlog over ${webhooks.toLocaleString("en")} ${webhooks === 1 ? "webhook" : "webhooks"}`;
    printRow({ name, perSecond, ratio: perSecond / barePerSecond, usage });
  }
}

/** One worker, from its first delivery until every result is recorded. @throws where a signature was refused */
export async function drainBacklog(stage: Stage, webhooks: number, deliveries: number) {
  const { receiver } = stage;
  await deleteEverything();
  // One alone may have as many requests open as the bare client has.
  const policy = webhooks === 1 ? { concurrency: BARE_IN_FLIGHT } : {};
  const { webhookIds, secrets } = await makeWebhooks(webhooks, (index) => `${receiver.url}/${index}`, policy);
  receiver.tell({ secrets });
  await makeBacklog(webhookIds, deliveries);
  const before = await receiver.count();
  const arrived = async () => {
    const { verified, refused } = await receiver.count();
    return { verified: verified - before.verified, refused: refused - before.refused };
  };
  const worker = stage.startWorker();
  await waitUntil("the first delivery", async () => (await arrived()).verified > 0, FIRST_MS);
  const began = performance.now();
  const meter = startMeter();
  await waitUntil("every delivery arrives", async () => (await arrived()).verified >= deliveries, DRAIN_MS);
  await waitUntil("every result is recorded", async () => (await countPending()) === 0, DRAIN_MS);
  const seconds = (performance.now() - began) / 1000;
  const usage = meter.stop();
  const { verified, refused } = await arrived();
  await worker.stop();
  if (verified !== deliveries || refused > 0) {
    throw new Error(`${deliveries} deliveries: ${verified} verified, ${refused} refused`);
  }
  return { perSecond: deliveries / seconds, usage };
}
