/** F4: publishing doesn't need Redis, and what was published meanwhile is delivered when it is back. */
import { audit, percentile, settled } from "../audit";
import { atMost, exactly, fault, none, shown } from "../fault";
import { pause } from "../ledger";
import { publishSteadily, reasons } from "../load";

const PER_SECOND = 50;
const BEFORE_SECONDS = 5;

export const redisAway = fault({
  id: "F4",
  title: "Redis down while events are published",
  withinMs: 180_000,
  sizes: { full: { seconds: 60 }, short: { seconds: 8 } },
  async run(scene, { seconds }) {
    const { servers, web } = scene;
    const types = (await scene.addWebhooks(5)).map(({ type }) => type);
    const worker = await scene.startWorker();
    const before = await publishSteadily(scene, types, { perSecond: PER_SECOND, seconds: BEFORE_SECONDS });
    await servers.killRedis();
    const publishing = publishSteadily(scene, types, { perSecond: PER_SECOND, seconds });
    await pause(seconds * 1000);
    await servers.startEmptyRedis();
    const published = await publishing;
    const { accepted, tookMs } = published;
    await settled(scene, 60_000);
    const { lost, stuck, duplicates } = await audit(scene, [...before.accepted, ...accepted]);
    return [
      exactly("published", tookMs.length, PER_SECOND * seconds),
      none(`not 202${reasons(published)}`, published.refused.length),
      shown("p99 before", percentile(before.tookMs, 99), " ms"),
      atMost("p99", percentile(tookMs, 99), 500, " ms"),
      none("processes that ended", [web, worker].filter((process) => process.hasEnded()).length),
      none("lost", lost),
      none("stuck", stuck),
      none("duplicates", duplicates),
    ];
  },
});
