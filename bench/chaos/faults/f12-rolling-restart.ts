/** F12: workers are replaced one after another, and nobody notices. */
import { audit, latencies, percentile, settled } from "../audit";
import { atMost, fault, none } from "../fault";
import { pause } from "../ledger";
import { publishSteadily, reasons } from "../load";

const WORKERS = 3;
const PER_SECOND = 100;

export const rollingRestart = fault({
  id: "F12",
  title: "rolling restart of 3 workers at 100/s",
  withinMs: 300_000,
  sizes: { full: { seconds: 120, everyMs: 20_000 }, short: { seconds: 15, everyMs: 4_000 } },
  async run(scene, { seconds, everyMs }) {
    const types = (await scene.addWebhooks(20)).map(({ type }) => type);
    const running = [];
    for (let i = 0; i < WORKERS; i++) running.push(await scene.startWorker());
    const publishing = publishSteadily(scene, types, { perSecond: PER_SECOND, seconds });
    const codes: (number | null)[] = [];
    for (const began = performance.now(); performance.now() - began < seconds * 1000 - everyMs;) {
      await pause(everyMs);
      const oldest = running.shift();
      oldest?.signal("SIGTERM");
      codes.push((await oldest?.exit) ?? null);
      running.push(await scene.startWorker());
    }
    const published = await publishing;
    const { accepted } = published;
    await settled(scene, 60_000);
    const { lost, stuck, duplicates, badSignatures } = await audit(scene, accepted);
    return [
      none(`refused${reasons(published)}`, published.refused.length),
      none(`exits other than 0 of ${codes.length}`, codes.filter((code) => code !== 0).length),
      none("lost", lost),
      none("stuck", stuck),
      none("duplicates", duplicates),
      none("bad signatures", badSignatures),
      atMost("p99", percentile(latencies(scene, accepted), 99) / 1000, 5, " s"),
    ];
  },
});
