/** F5: a Postgres that goes down at once takes nothing along that was accepted, and is found again. */
import { encodeId } from "../../../lib/core/ids";
import { audit, settled } from "../audit";
import { atMost, fault, none, shown } from "../fault";
import { pause } from "../ledger";
import { nothingPublished, publishSteadily, reasons } from "../load";

const PER_SECOND = 50;
const RESTART_EVERY_MS = 10_000;
const RECONNECT_WITHIN_S = 10;

export const postgresRestarted = fault({
  id: "F5",
  title: "Postgres restarted at once, under load",
  withinMs: 240_000,
  sizes: { full: { restarts: 5 }, short: { restarts: 2 } },
  async run(scene, { restarts }) {
    const { ledger, db, servers, web } = scene;
    const types = (await scene.addWebhooks(10)).map(({ type }) => type);
    const worker = await scene.startWorker();
    const published = nothingPublished();
    const seconds = ((restarts + 1) * RESTART_EVERY_MS) / 1000;
    const publishing = publishSteadily(scene, types, { perSecond: PER_SECOND, seconds }, published);
    const readyAt: number[] = [];
    for (let restart = 0; restart < restarts; restart++) {
      await pause(RESTART_EVERY_MS - (restart === 0 ? 0 : 1_000));
      await servers.restartPostgresAtOnce();
      readyAt.push(performance.now());
    }
    await publishing;
    await settled(scene, 60_000);
    const { accepted } = published;
    const { lost, stuck, duplicates, badSignatures } = await audit(scene, accepted);
    const { rows } = await db.query<{ id: string }>("SELECT id FROM events");
    const stored = new Set(rows.map(({ id }) => encodeId("event", id)));
    const acceptedAt = new Map(accepted.map(({ eventId, at }) => [eventId, at]));
    const reconnected = (ats: number[]) =>
      Math.max(...readyAt.map((ready) => Math.min(...ats.filter((at) => at > ready)) - ready)) / 1000;
    const fresh = (ready: number) => ledger.lines.filter(({ eventId }) => (acceptedAt.get(eventId) ?? 0) > ready);
    const worksAgain = readyAt.map((ready) => Math.min(...fresh(ready).map(({ at }) => at)) - ready);
    return [
      none(`202 without a row (of ${accepted.length})`, accepted.filter(({ eventId }) => !stored.has(eventId)).length),
      none(
        `answers other than 202 and 503${reasons(published)}`,
        published.refused.filter((why) => why !== "503").length,
      ),
      atMost("web accepts again after", reconnected(accepted.map(({ at }) => at)), RECONNECT_WITHIN_S, " s"),
      atMost("worker delivers again after", Math.max(...worksAgain) / 1000, RECONNECT_WITHIN_S, " s"),
      none("processes that ended", [web, worker].filter((process) => process.hasEnded()).length),
      none("lost", lost),
      none("stuck", stuck),
      none("bad signatures", badSignatures),
      shown("duplicates", duplicates),
    ];
  },
});
