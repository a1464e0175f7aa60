/** F13: whatever a receiver answers, the attempt ends in time and costs the worker no memory. */
import { readFileSync } from "node:fs";
import { settled } from "../audit";
import { atMost, exactly, fault, none, type Check } from "../fault";
import { HOSTILES, startHostiles } from "../hostile";
import { publishAll } from "../load";
import type { Scene, SceneWebhook } from "../scene";

/** Ten kinds at once: 50 in parallel. */
const PARALLEL_EACH = 5;
const DEADLINE_TOLERANCE_MS = 500;
const RSS_GROWTH_MB = 50;
const LOOK_EVERY_MS = 50;

interface Timing {
  uuid: string;
  count: number;
  shortest: number;
  longest: number;
  errors: string;
}

export const hostileReceivers = fault({
  id: "F13",
  title: "hostile receivers, 50 in parallel",
  withinMs: 180_000,
  sizes: { full: { each: 60, timeoutMs: 3_000 }, short: { each: 12, timeoutMs: 1_000 } },
  async run(scene, { each, timeoutMs }) {
    const { pid, hasEnded } = await scene.startWorker();
    const friendly = await scene.addWebhook();
    await publishAll(scene, [friendly.type], 500);
    await settled(scene, 30_000);
    const receivers = await startHostiles();
    try {
      const policy = { timeoutMs, concurrency: PARALLEL_EACH, retry: { delaysSeconds: [] }, status: "paused" };
      const webhooks: SceneWebhook[] = [];
      for (const { urlOn } of HOSTILES) webhooks.push(await scene.addWebhook(policy, () => urlOn(receivers.port)));
      const types = webhooks.map(({ type }) => type);
      await publishAll(scene, types, each * types.length);
      const restingMb = rssMb(pid);
      let mostMb = restingMb;
      const looking = setInterval(() => (mostMb = Math.max(mostMb, rssMb(pid))), LOOK_EVERY_MS);
      await scene.resume(webhooks);
      await settled(scene, 120_000);
      clearInterval(looking);
      const timings = await timingsOf(scene);
      const hostile = HOSTILES.map(({ name, hangs }, i) => ({
        name,
        hangs,
        timing: timings.find(({ uuid }) => uuid === webhooks[i]?.uuid),
      }));
      return [
        ...hostile.map(({ name, hangs, timing }) => inTime(name, hangs, timing, timeoutMs)),
        exactly(
          "attempts",
          hostile.reduce((sum, { timing }) => sum + (timing?.count ?? 0), 0),
          each * types.length,
        ),
        atMost(`worker's memory above its ${restingMb.toFixed(0)} MB`, mostMb - restingMb, RSS_GROWTH_MB, " MB"),
        none("workers that ended", hasEnded() ? 1 : 0),
      ];
    } finally {
      receivers.close();
    }
  },
});

/** What hangs ends at its deadline, not before and not after; everything else no later. */
function inTime(name: string, hangs: boolean, timing: Timing | undefined, timeoutMs: number): Check {
  const { shortest, longest, errors } = timing ?? { shortest: Number.NaN, longest: Number.NaN, errors: "" };
  const isEarly = hangs && !(shortest >= timeoutMs - DEADLINE_TOLERANCE_MS);
  return {
    what: name,
    measured: `${shortest} to ${longest} ms, ${errors}`,
    bound: `${hangs ? "=" : "≤"} ${timeoutMs} ± ${DEADLINE_TOLERANCE_MS} ms`,
    holds: !isEarly && longest <= timeoutMs + DEADLINE_TOLERANCE_MS,
  };
}

async function timingsOf({ db }: Scene): Promise<Timing[]> {
  const { rows } = await db.query<Timing>(
    `SELECT webhook_id AS uuid, count(*)::int AS count, min(duration_ms) AS shortest, max(duration_ms) AS longest,
      string_agg(DISTINCT coalesce(error, 'none'), ' ') AS errors FROM attempts GROUP BY webhook_id`,
  );
  return rows;
}

function rssMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
