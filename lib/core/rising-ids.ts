/** Ids of one process rise: each sorts after the one before, also within a millisecond and when the clock steps back. */
import { uuidV7 } from "./ids";

const COUNTER_MAX = 0xfff;
/** The counter begins in its lower half, so that there is room to count. */
const COUNTER_SEED_MAX = 0x7ff;

/**
 * UUIDv7 with a counter in rand_a (RFC 9562, 6.2, method 1). A millisecond that has used its counter up borrows from the
 * next one, and a clock that steps back is waited for: the ids' time stands still or runs ahead until it has caught up.
 * @param now Unix time in milliseconds
 * @param random fills ten random bytes, which are overwritten at the next call
 */
export function risingIds(now: () => number, random: () => Uint8Array): () => string {
  let lastMs = 0;
  let counter = COUNTER_MAX;
  return () => {
    const bytes = random();
    const nowMs = now();
    if (nowMs > lastMs || counter === COUNTER_MAX) {
      lastMs = Math.max(nowMs, lastMs + 1);
      counter = (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) & COUNTER_SEED_MAX;
    } else counter++;
    bytes[0] = counter >> 8;
    bytes[1] = counter & 0xff;
    return uuidV7(lastMs, bytes);
  };
}
