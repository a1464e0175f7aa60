/**
 * The clock of alerts: a job scheduler for each task, in a queue of its own. A job says only that it is time to look;
 * whoever finds a scheduler gone puts it back, so that a Redis that was emptied costs a few seconds.
 */
import { Worker, type Queue } from "bullmq";
import { openQueue, redis } from "./queue";
import { log } from "./log";

const QUEUE = "alerts";
const LOCK_MS = 30_000;
const RESTORE_EVERY_MS = 5_000;
/** A scheduler whose next job is late by so much has lost it. */
const LOST_AFTER_MS = 15_000;

export interface AlertTask {
  everyMs: number;
  run: () => Promise<void>;
}

export interface AlertClock {
  /** Ends when what is running has ended. */
  close: () => Promise<void>;
}

/** @param tasks by name. None runs twice at once in a process; several processes share them. */
export function runAlertTasks(tasks: Readonly<Record<string, AlertTask>>): AlertClock {
  const queue = openQueue<unknown>(QUEUE);
  const running = new Set<string>();
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      const task = tasks[name];
      if (!task || running.has(name)) return;
      running.add(name);
      await task.run().finally(() => running.delete(name));
    },
    {
      connection: { ...redis(), maxRetriesPerRequest: null },
      // One that hangs, as a mail server may, holds up no other.
      concurrency: Object.keys(tasks).length * 2,
      lockDuration: LOCK_MS,
      maxStalledCount: 1_000_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  );
  worker.on("failed", (job, error) => log.warn({ err: error, task: job?.name }, "an alert task failed; it runs again"));
  worker.on("error", (error) => log.warn({ err: error.message }, "the alerts' connection to Redis is broken"));
  const restore = () => restoreSchedulers(queue, tasks);
  void restore();
  const restoring = setInterval(() => void restore(), RESTORE_EVERY_MS);
  return {
    async close() {
      clearInterval(restoring);
      await worker.close();
      await queue.close();
    },
  };
}

async function restoreSchedulers(queue: Queue, tasks: Readonly<Record<string, AlertTask>>): Promise<void> {
  try {
    for (const [name, { everyMs }] of Object.entries(tasks)) {
      const known = await queue.getJobScheduler(name);
      const isDue = known?.every === everyMs && (known.next ?? 0) > Date.now() - everyMs - LOST_AFTER_MS;
      if (!isDue) await queue.upsertJobScheduler(name, { every: everyMs }, { name });
    }
  } catch (error) {
    log.warn(
      { err: error instanceof Error ? error.message : error },
      "could not set the alerts' clock; it is tried again",
    );
  }
}
