/**
 * Group commit: results of all drains, written together at most 10 ms after the first; where much comes in, a little
 * later, so that more go together. One flush at a time. A flush that fails is tried again until it succeeds, as what has been sent can't be unsent.
 */
import type { Recording } from "../lib/deliveries/record";
import { log } from "../lib/log";

const MAX_WAIT_MS = 10;
/** After a flush of many, which says that more is coming. */
const MAX_WAIT_BUSY_MS = 25;
const BUSY_ROWS = 48;
const FULL_ROWS = 256;
const MAX_ROWS = 1_024;
const RETRY_MIN_MS = 50;
const RETRY_MAX_MS = 2_000;

export interface Recorder {
  /** Resolves once it is committed. */
  record(recording: Recording): Promise<void>;
  /** Undefined while it keeps up; else resolves once it has caught up: what waits is lost when the process is. */
  caughtUp(): Promise<void> | undefined;
  /** Resolves once everything so far is committed. */
  flushed(): Promise<void>;
}

interface Entry {
  recording: Recording;
  done: () => void;
}

export function createRecorder(write: (recordings: Recording[]) => Promise<void>): Recorder {
  let waiting: Entry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  const held: (() => void)[] = [];
  /** Whoever asks for everything to be written waits for no more. */
  let isAwaited = false;

  function flushIn(ms: number): void {
    timer ??= setTimeout(() => (flushing ??= flush()), ms);
  }

  async function flush(): Promise<void> {
    for (let isBusy = false; waiting.length > 0;) {
      if (isBusy && waiting.length < FULL_ROWS && !isAwaited) {
        flushing = undefined;
        return flushIn(MAX_WAIT_BUSY_MS);
      }
      // All that waits is on its way: a timer left over would ring for nothing, or keep the next one from being set.
      clearTimeout(timer);
      timer = undefined;
      const batch = waiting.slice(0, MAX_ROWS);
      waiting = waiting.slice(MAX_ROWS);
      await writeUntilDone(
        batch.map(({ recording }) => recording),
        write,
      );
      for (const { done } of batch) done();
      if (waiting.length < MAX_ROWS) for (const goOn of held.splice(0)) goOn();
      isBusy = batch.length >= BUSY_ROWS;
    }
    flushing = undefined;
  }

  return {
    record: (recording) =>
      new Promise((done) => {
        waiting.push({ recording, done });
        if (waiting.length >= FULL_ROWS) flushing ??= flush();
        else if (!flushing) flushIn(MAX_WAIT_MS);
      }),
    caughtUp: () => (waiting.length < MAX_ROWS ? undefined : new Promise((resolve) => held.push(resolve))),
    async flushed() {
      isAwaited = true;
      while (waiting.length > 0 || flushing) await (flushing ??= flush());
    },
  };
}

async function writeUntilDone(batch: Recording[], write: (recordings: Recording[]) => Promise<void>): Promise<void> {
  for (let waitMs = RETRY_MIN_MS; ; waitMs = Math.min(waitMs * 2, RETRY_MAX_MS)) {
    try {
      return await write(batch);
    } catch (error) {
      if (isAboutData(error)) return await isolate(batch, write, error);
      log.warn({ err: error, rows: batch.length }, "results could not be recorded yet; trying again");
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

/** SQLSTATE classes 22 and 23, or a value that can't even be sent: it will never be accepted, however often it is tried. */
function isAboutData(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^2[23]/.test(code);
}

/** One result that Postgres refuses must not take its neighbours along. */
async function isolate(batch: Recording[], write: (recordings: Recording[]) => Promise<void>, cause: unknown) {
  const [first] = batch;
  if (batch.length === 1) {
    // Its lease ends, and the delivery is sent again.
    log.error({ err: cause, deliveryId: first?.deliveryId }, "a result was refused by the database");
    return;
  }
  const middle = Math.ceil(batch.length / 2);
  await writeUntilDone(batch.slice(0, middle), write);
  await writeUntilDone(batch.slice(middle), write);
}
