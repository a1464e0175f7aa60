/** F1: whatever a killed worker had in hand is delivered by the next one. */
import { audit, settled } from "../audit";
import { atLeast, atMost, fault, none, shown } from "../fault";
import { pause, slowly } from "../ledger";
import { publishSteadily, reasons } from "../load";

const WEBHOOKS = 20;
const KILL_EVERY_MS = 2_000;

export const workerKilled = fault({
  id: "F1",
  title: "kill -9 of the worker after 2 s, again and again, one webhook of 20 taking 2.5 s",
  withinMs: 270_000,
  // No send to the slow one ever ends while the kills last: its lanes are in flight at each of them. How many others are
  // depends on how busy the machine is: the short form, which gates, only asks that each duplicate has its reason.
  sizes: {
    full: { events: 10_000, seconds: 60, settleMs: 90_000, slowLanes: 20, duplicatesMax: 5 },
    short: { events: 1_000, seconds: 6, settleMs: 40_000, slowLanes: 8, duplicatesMax: null },
  },
  async run(scene, { events, seconds, settleMs, slowLanes, duplicatesMax }) {
    const webhooks = await scene.addWebhooks(WEBHOOKS - 1);
    const slow = await scene.addWebhook({ concurrency: slowLanes });
    scene.ledger.behave(slow.name, slowly(2_500));
    const types = [...webhooks, slow].map(({ type }) => type);
    let worker = await scene.startWorker();
    const publishing = publishSteadily(scene, types, { perSecond: events / seconds, seconds });
    let kills = 0;
    for (const began = performance.now(); performance.now() - began < seconds * 1_000; kills++) {
      await pause(KILL_EVERY_MS);
      worker.signal("SIGKILL");
      await worker.exit;
      // Its 2 s begin when it lives: on a busy machine it would otherwise die before it has begun.
      worker = await scene.startWorker();
    }
    const published = await publishing;
    const { accepted } = published;
    const tookMs = await settled(scene, settleMs);
    const { lost, stuck, duplicates, badSignatures, strangers, expected } = await audit(scene, accepted);
    const share = (100 * duplicates) / expected;
    const { rows } = await scene.db.query("SELECT FROM attempts WHERE outcome = 'interrupted'");
    return [
      atLeast(`attempts interrupted by ${kills} kills`, rows.length, 1),
      none(`refused${reasons(published)}`, published.refused.length),
      none("lost", lost),
      none(`stuck after ${(tookMs / 1000).toFixed(0)} s`, stuck),
      atMost("duplicates, each of an attempt that was interrupted", duplicates, rows.length),
      duplicatesMax === null ? shown("duplicates", share, " %") : atMost("duplicates", share, duplicatesMax, " %"),
      none("duplicates with another event id", strangers),
      none("bad signatures", badSignatures),
    ];
  },
});
