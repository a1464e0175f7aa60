/** The worker process: answers the bell, sweeps every second, keeps house. Stops cleanly on SIGTERM. */
import { runAlertTasks } from "../lib/alert-queue";
import { batched } from "../lib/batched";
import { closeDb } from "../lib/db";
import { destinationLoader } from "../lib/deliveries/destination";
import { deleteOutdated, markWorkerSeen } from "../lib/deliveries/housekeeping";
import { giveBackMoments } from "../lib/deliveries/pace";
import { ensurePartitions } from "../lib/deliveries/partitions";
import { dropOutdated } from "../lib/deliveries/retention";
import { recordResults } from "../lib/deliveries/record";
import { findDueWebhooks } from "../lib/deliveries/sweep";
import { bringForward, bringForwardForgotten } from "../lib/deliveries/order";
import { loadData, msUntilDue, releaseUnsent } from "../lib/deliveries/take";
import { ConfigError, env, EX_CONFIG } from "../lib/env";
import { log } from "../lib/log";
import { newId } from "../lib/new-id";
import { answerBell, closeQueue, refuseEvictingRedis, ring } from "../lib/queue";
import { Beginnings } from "./egress/beginnings";
import { systemResolver } from "./egress/resolve";
import { createSender } from "./egress/send";
import { Slots } from "./egress/slots";
import { alertTasks } from "./alerts";
import { Bell } from "./bell";
import { Floor } from "./floor";
import { Pacers } from "./pacer";
import { createRecorder } from "./recorder";
import { fresh } from "./fresh";
import { redeliver } from "./redeliver";
import { repeat } from "./repeat";
import { createSweep } from "./sweep";
import { createTaker } from "./taker";

/** How late a change of URL, secret or status may take effect. */
const DESTINATION_FRESH_MS = 500;
/** Sockets in use at once, in this process. */
const MAX_SENDS = 2_000;
/** Of them in their first moments. */
const MAX_NEW_SENDS = 128;
/** Webhooks whose backlog is being sent at once. */
const MAX_BUSY = 16;
/** Webhooks with a slow receiver that are about to send: hundreds that timed out together come back one after the other. */
const MAX_SLOW_STARTS = 4;
/** In one statement. */
const MAX_WEBHOOKS_AT_ONCE = 500;
const SWEEP_EVERY_MS = 1_000;
const ORDER_CHECK_EVERY_MS = 30_000;
const REDELIVER_EVERY_MS = 250;
const HEARTBEAT_EVERY_MS = 5_000;
const HOUSEKEEPING_EVERY_MS = 3_600_000;
const STOP_WITHIN_MS = 24_000;

function start(): void {
  const policy = env().DESTINATIONS;
  const sender = createSender({ policy, resolve: systemResolver(policy), proxy: env().EGRESS_PROXY });
  const recorder = createRecorder(recordResults);
  const slots = new Slots(MAX_SENDS);
  const pacers = new Pacers();
  let isStopping = false;
  const byWebhook = { keyOf: (id: string) => id, maxWeight: MAX_WEBHOOKS_AT_ONCE };
  const load = batched(destinationLoader(), byWebhook);
  const destinations = fresh({ load, now: Date.now, forMs: DESTINATION_FRESH_MS });
  const bell = new Bell({
    destinationOf: destinations.get,
    forgetDestination: destinations.forget,
    untilDue: batched(msUntilDue, { keyOf: ({ webhookId }) => webhookId, maxWeight: MAX_WEBHOOKS_AT_ONCE }),
    takeDue: createTaker(),
    bringForward,
    loadData,
    takeTurn: (webhookId, ratePerSecond) => pacers.of(webhookId).take(ratePerSecond, performance.now()),
    clock: () => performance.now(),
    async releaseUnsent(unsent) {
      await releaseUnsent(unsent);
      await giveBackMoments(unsent);
    },
    send: (call) => sender.send(call),
    record: (recording) => recorder.record(recording),
    caughtUp: () => recorder.caughtUp(),
    now: () => new Date(),
    random: Math.random,
    isStopping: () => isStopping,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    floor: new Floor(MAX_BUSY),
    slowFloor: new Floor(MAX_SLOW_STARTS),
    slots,
    beginnings: new Beginnings({ max: MAX_NEW_SENDS, clock: () => performance.now() }),
  });

  const worker = answerBell({ drain: (id) => bell.answer(id), drained: (id) => bell.look(id) });
  const alerts = runAlertTasks(
    alertTasks({ send: (call) => sender.send(call), isStopping: () => isStopping, now: () => new Date() }),
  );
  const workerId = newId();
  const tasks = [
    repeat("sweep", SWEEP_EVERY_MS, createSweep({ findDueWebhooks, ring, now: Date.now })),
    repeat("order", ORDER_CHECK_EVERY_MS, bringForwardForgotten),
    repeat("redeliver", REDELIVER_EVERY_MS, redeliver),
    repeat("heartbeat", HEARTBEAT_EVERY_MS, () => markWorkerSeen(workerId)),
    repeat("housekeeping", HOUSEKEEPING_EVERY_MS, async () => {
      await ensurePartitions();
      await deleteOutdated();
      await dropOutdated(env().RETENTION_DAYS);
    }),
  ];
  log.info({ destinations: policy, concurrency: env().WORKER_CONCURRENCY }, "worker started");

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.all(tasks.map((task) => task.stop()));
    await Promise.all([worker.close(), alerts.close()]);
    await bell.finished();
    await recorder.flushed();
    sender.close();
    await closeQueue();
    await closeDb();
    log.info({}, "worker stopped");
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}

try {
  start();
  await refuseEvictingRedis();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(EX_CONFIG);
}
