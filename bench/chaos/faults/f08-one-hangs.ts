/** F8: a receiver that hangs is its owner's trouble and nobody else's. */
import { audit, latencies, percentile, settled } from "../audit";
import { atLeast, atMost, fault, none } from "../fault";
import { publishAll, publishSteadily } from "../load";

const OTHERS = 20;
const PER_SECOND_EACH = 10;

export const oneHangs = fault({
  id: "F8",
  title: "one webhook hangs to its timeout, 20 others at 10/s each",
  withinMs: 240_000,
  sizes: { full: { events: 5_000, seconds: 30 }, short: { events: 500, seconds: 8 } },
  async run(scene, { events, seconds }) {
    const { ledger } = scene;
    const types = (await scene.addWebhooks(OTHERS)).map(({ type }) => type);
    const hanging = await scene.addWebhook({ status: "paused" });
    ledger.behave(hanging.name, () => new Promise(() => undefined));
    await scene.startWorker();
    await publishAll(scene, [hanging.type], events);
    const load = { perSecond: OTHERS * PER_SECOND_EACH, seconds };
    await publishSteadily(scene, types, { ...load, seconds: 5 });
    const alone = await publishSteadily(scene, types, load);
    await scene.resume([hanging]);
    const beside = await publishSteadily(scene, types, load);
    await scene.api("PATCH", `/webhooks/${hanging.id}`, { status: "paused" });
    await settled(scene, 10_000);
    const hung = ledger.lines.filter(({ name }) => name === hanging.name).length;
    const { lost } = await audit(scene, [...alone.accepted, ...beside.accepted]);
    const [baseline, p95] = [alone, beside].map(({ accepted }) => percentile(latencies(scene, accepted), 95));
    return [
      atLeast("requests that hung", hung, 16),
      none("lost", lost),
      atMost("others' p95", p95 ?? Number.NaN, 2 * (baseline ?? Number.NaN), " ms"),
    ];
  },
});
