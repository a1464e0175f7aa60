/**
 * The bell. A job says "webhook x has something due" and nothing else; losing every job loses nothing, as the sweep
 * rings again. Ringing never fails and never waits for a Redis that is away.
 */
import { Queue, Worker, type Job } from "bullmq";
import { Redis } from "ioredis";
import { ConfigError, env } from "./env";
import { log } from "./log";

const QUEUE = "drain";
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const WAKE_GRAIN_MS = 100;
const RECONNECT_MAX_MS = 1_000;
const RING_EVERY_MS = 4;

interface Bell {
  webhookId: string;
}

const DRAIN = "drain";
/** A timed bell. It has an id of its own, or it would swallow the immediate ones until its time. */
const WAKE = "wake";
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true };

const shared = globalThis as { webhooksQueue?: Queue<Bell> };

function queue(): Queue<Bell> {
  return (shared.webhooksQueue ??= open());
}

const open = () => openQueue<Bell>(QUEUE);

/** Asking anything of it fails at once where Redis is away. */
export function openQueue<Data>(name: string): Queue<Data> {
  const created = new Queue<Data>(name, {
    connection: { ...redis(), enableOfflineQueue: false, maxRetriesPerRequest: 1 },
    defaultJobOptions: KEEP_NOTHING,
  });
  created.on("error", (error) => log.warn({ err: error.message, queue: name }, "a connection to Redis is broken"));
  return created;
}

export function redis() {
  const retryStrategy = (times: number) => Math.min(times * 50, RECONNECT_MAX_MS);
  return { url: env().REDIS_URL, retryStrategy };
}

const toRing = new Set<string>();
let ringing: Promise<void> | undefined;

/** Rings at once; what is asked for within the next few milliseconds, or until Redis has answered, becomes one more. */
export async function ring(webhookIds: readonly string[]): Promise<void> {
  if (webhookIds.length === 0) return;
  for (const webhookId of webhookIds) toRing.add(webhookId);
  // Whoever finds one under way waits for it and rings what it left; the first of them takes it all.
  while (webhookIds.some((webhookId) => toRing.has(webhookId))) await (ringing ??= ringAll());
}

/** At most one drain of a webhook waits or runs: the job's id is the webhook's. */
async function ringAll(): Promise<void> {
  const jobs = [...toRing].map((webhookId) => ({ name: DRAIN, data: { webhookId }, opts: { jobId: webhookId } }));
  toRing.clear();
  await Promise.all([
    unlessRedisIsAway(() => queue().addBulk(jobs)),
    new Promise((resolve) => setTimeout(resolve, RING_EVERY_MS)),
  ]);
  ringing = undefined;
}

/** Rings when the nearest retry is due. */
export async function ringAt(webhookId: string, at: Date): Promise<void> {
  const delay = Math.max(at.getTime() - Date.now(), 1);
  const jobId = `${webhookId}-${Math.ceil(at.getTime() / WAKE_GRAIN_MS)}`;
  await unlessRedisIsAway(() => queue().add(WAKE, { webhookId }, { jobId, delay }));
}

async function unlessRedisIsAway(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    log.warn({ err: error instanceof Error ? error.message : error }, "could not ring; the sweep will");
  }
}

export interface BellHandlers {
  drain: (webhookId: string) => Promise<void>;
  /** Called once the drain's job is gone, so that a bell rung meanwhile isn't lost. */
  drained: (webhookId: string) => Promise<void>;
}

/** Answers the bell, for many webhooks at once. */
export function answerBell({ drain, drained }: BellHandlers): Worker<Bell> {
  const worker = new Worker<Bell>(
    QUEUE,
    (job) => (job.name === WAKE ? ring([job.data.webhookId]) : drain(job.data.webhookId)),
    {
      connection: { ...redis(), maxRetriesPerRequest: null },
      concurrency: env().WORKER_CONCURRENCY,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      // A job that stalls says its worker died; the deliveries are in Postgres and the next worker takes them.
      maxStalledCount: 1_000_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  );
  const finished = (job: Job<Bell> | undefined) => {
    if (job?.name === DRAIN) void drained(job.data.webhookId);
  };
  worker.on("completed", finished);
  worker.on("failed", (job, error) => {
    log.error({ err: error, webhookId: job?.data.webhookId }, "a drain failed; the sweep will ring again");
  });
  worker.on("error", (error) => log.warn({ err: error.message }, "the worker's connection to Redis is broken"));
  return worker;
}

/** @throws ConfigError where Redis would throw keys away when it is full: bells would vanish one by one, unheard */
export async function refuseEvictingRedis(): Promise<void> {
  const client = new Redis(env().REDIS_URL, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  // A Redis that is away is no reason not to start: it may come back, and the sweep works without it.
  client.on("error", () => undefined);
  const memory = await client.info("memory").catch(() => "");
  client.disconnect();
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  if (policy && policy !== "noeviction") {
    throw new ConfigError(`REDIS_URL: this Redis evicts keys (${policy}); set its maxmemory-policy to noeviction`);
  }
}

export async function pingRedis(): Promise<void> {
  const client = await queue().getVersion();
  if (!client) throw new Error("Redis does not answer");
}

export async function closeQueue(): Promise<void> {
  const openQueue = shared.webhooksQueue;
  delete shared.webhooksQueue;
  await openQueue?.close();
}
