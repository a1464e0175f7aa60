/** How fast a backlog drains, beside bare signed POSTs to the same receiver in the same run. */
import { fork } from "node:child_process";
import path from "node:path";
import { waitUntil } from "../lib/testing/wait";
import { countPending, makeBacklog, makeWebhooks } from "./fill";
import { startMeter, type Usage } from "./processes";
import { answer, type Stage } from "./stage";

const DRAIN_MS = 600_000;

export interface Drained {
  perSecond: number;
  usage: Record<string, Usage>;
}

/** @returns POSTs per second */
export async function bare({ receiver }: Stage, seconds = 5): Promise<number> {
  const secret = "whsec_bare";
  receiver.tell({ secrets: [secret] });
  const child = fork(path.resolve("bench/bare-process.ts"), [receiver.url, secret, String(seconds)], {
    execArgv: ["--import", "tsx"],
  });
  return (await answer<{ perSecond: number }>(child)).perSecond;
}

/** One worker, from its start, until nothing is pending. Every signature must have been verified. */
export async function drainBacklog(stage: Stage, webhooks: number, deliveries: number): Promise<Drained> {
  const { receiver } = stage;
  const { webhookIds, secrets } = await makeWebhooks(webhooks, (index) => `${receiver.url}/${index}`);
  receiver.tell({ secrets });
  await makeBacklog(webhookIds, deliveries);
  const before = await receiver.count();
  const worker = stage.startWorker();
  const arrived = async () => {
    const { verified, refused } = await receiver.count();
    return { verified: verified - before.verified, refused: refused - before.refused };
  };
  await waitUntil("the first delivery", async () => (await arrived()).verified > 0, 30_000);
  const began = performance.now();
  const meter = startMeter({
    worker: worker.pid,
    postgres: stage.postgresPid,
    redis: stage.redisPid,
    receiver: receiver.pid,
  });
  await waitUntil("every delivery arrives", async () => (await arrived()).verified >= deliveries, DRAIN_MS);
  await waitUntil("every result is recorded", async () => (await countPending()) === 0, 60_000);
  const seconds = (performance.now() - began) / 1000;
  const usage = meter.stop();
  const { verified, refused } = await arrived();
  await worker.stop();
  if (verified !== deliveries || refused > 0) {
    throw new Error(`${deliveries} deliveries, ${verified} verified, ${refused} refused`);
  }
  return { perSecond: deliveries / seconds, usage };
}
