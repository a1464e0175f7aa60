/** F3: a Redis that comes back empty costs time, and no delivery. */
import { audit, settled } from "../audit";
import { atLeast, atMost, fault, none } from "../fault";
import { pause } from "../ledger";
import { publishAll } from "../load";
import { waitUntil } from "../../../lib/testing/wait";
import { encodeId } from "../../../lib/core/ids";

const WEBHOOKS = 5;
const DOWN_MS = 3_000;
const UNDER_WAY_WITHIN_MS = 60_000;

export const redisEmptied = fault({
  id: "F3",
  title: "Redis killed and restarted empty, half of the pending deliveries delayed",
  withinMs: 240_000,
  sizes: {
    full: { events: 10_000, delaySeconds: 60 },
    short: { events: 1_000, delaySeconds: 15 },
  },
  async run(scene, { events, delaySeconds }) {
    const { ledger, db, servers } = scene;
    const paused = await scene.addWebhooks(WEBHOOKS, { status: "paused" });
    const failing = await scene.addWebhooks(WEBHOOKS, { retry: { delaysSeconds: [delaySeconds] } });
    for (const { name } of failing) ledger.behave(name, ({ attempt }) => ({ status: attempt === 1 ? 503 : 200 }));
    await scene.startWorker();
    const waiting = await publishAll(
      scene,
      paused.map(({ type }) => type),
      events / 2,
    );
    const delayed = await publishAll(
      scene,
      failing.map(({ type }) => type),
      events / 2,
    );
    const haveFailed = async () => {
      const { rows } = await db.query("SELECT FROM deliveries WHERE failures = 0 AND webhook_id = ANY ($1) LIMIT 1", [
        failing.map(({ uuid }) => uuid),
      ]);
      return rows.length === 0;
    };
    await waitUntil("the first attempts have failed", haveFailed, 60_000);
    const due = await db.query<{ id: string; at: Date }>(
      "SELECT id, next_attempt_at AS at FROM deliveries WHERE failures = 1 AND status = 'pending'",
    );
    await servers.killRedis();
    // Nobody hears of this but the sweep.
    await scene.resume(paused);
    await pause(DOWN_MS);
    await servers.startEmptyRedis();
    const backAt = performance.now();

    await settled(scene, UNDER_WAY_WITHIN_MS + delaySeconds * 1_100);
    const { lost, stuck, duplicates } = await audit(scene, [...waiting.accepted, ...delayed.accepted]);
    const retriedAt = new Map(
      ledger.lines.filter(({ attempt }) => attempt === 2).map(({ deliveryId, at }) => [deliveryId, at]),
    );
    const lates = due.rows.map(({ id, at }) => {
      const dueAt = at.getTime() - performance.timeOrigin;
      const retried = retriedAt.get(encodeId("delivery", id)) ?? Infinity;
      return { ms: retried - dueAt, sinceBackMs: retried - Math.max(dueAt, backAt) };
    });
    const pausedNames = new Set(paused.map(({ name }) => name));
    const firsts = ledger.lines.filter(({ name }) => pausedNames.has(name)).map(({ at }) => at - backAt);
    const underWayMs = Math.max(...firsts, ...lates.map(({ sinceBackMs }) => sinceBackMs));
    return [
      atLeast("delayed when Redis died", due.rows.length, 0.4 * events),
      none("lost", lost),
      none("stuck", stuck),
      none("duplicates", duplicates),
      atMost("all under way after", underWayMs / 1_000, UNDER_WAY_WITHIN_MS / 1_000, " s"),
      atMost("earliest retry early by", Math.max(...lates.map(({ ms }) => -ms), 0) / 1_000, 5, " s"),
    ];
  },
});
