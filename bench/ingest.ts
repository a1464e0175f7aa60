/** How many events a second the API accepts, one by one and in batches; two of ten webhooks are subscribed, and paused. */
import { makeWebhooks } from "./fill";
import type { Load, Measured } from "./load-process";
import { startMeter } from "./processes";
import { API_KEY, answerOf, forkScript, type Stage } from "./stage";
import { percentiles, printRow } from "./table";

const TYPE = "contact.updated";
const LOADS: Pick<Load, "path" | "perRequest" | "connections">[] = [
  { path: "/events", perRequest: 1, connections: 48 },
  { path: "/events/batch", perRequest: 500, connections: 4 },
];
const WARM_UP_MS = 3_000;
const MEASURE_MS = 8_000;

export async function ingest(stage: Stage, barePerSecond: number): Promise<void> {
  const url = () => stage.receiver.url;
  await makeWebhooks(2, url, { events: [TYPE], status: "paused" });
  await makeWebhooks(8, url, { events: ["call.*"], status: "paused" });
  const web = await stage.startWeb();
  const worker = stage.startWorker();
  for (const load of LOADS) {
    const common = { url: stage.webUrl, key: API_KEY, type: TYPE, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS };
    // From a process of its own, so that its cost is seen apart.
    const child = forkScript("bench/load-process.ts");
    child.send({ ...common, ...load, path: `/api/v1${load.path}` } satisfies Load);
    await answerOf<"warm">(child);
    const meter = startMeter();
    const { requests, refused, ms, times } = await answerOf<Measured>(child);
    const usage = meter.stop();
    const perSecond = (requests * load.perRequest * 1000) / ms;
    const name = load.perRequest === 1 ? "ingest, one event a request" : `ingest, ${load.perRequest} events a request`;
    const note = refused > 0 ? `${refused} refused` : "";
    printRow({ name, perSecond, ratio: perSecond / barePerSecond, latency: percentiles(times), usage, note });
  }
  await worker.stop();
  await web.stop();
}
