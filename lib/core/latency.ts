/** Latency histograms in half powers of two: coarse enough to store, fine enough for percentiles. */
import type { AttemptError } from "./attempt";

const LAST_BUCKET = 40;

/** Nobody was there who could be quick or slow: how long that took says nothing of a receiver's response time. */
export const UNREACHED: readonly AttemptError[] = ["dns", "blocked_address", "refused", "reset", "tls"];

/** @param result the response code, or the error where there was none */
export const wasReached = (result: string) => !UNREACHED.some((error) => error === result);

/** @returns b where durations of 2^(b/2) to 2^((b+1)/2) ms share a bucket */
export function latencyBucket(durationMs: number): number {
  if (durationMs <= 1) return 0;
  return Math.min(Math.floor(2 * Math.log2(durationMs)), LAST_BUCKET);
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

/**
 * @param maxMs what nothing took longer than: a bucket may reach beyond
 * @returns milliseconds, or null where nothing was counted
 */
export function percentilesMs(counts: ReadonlyMap<number, number>, maxMs = Infinity): Percentiles | null {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentileMs(counts, share));
  if (p50 === undefined || p95 === undefined || p99 === undefined) return null;
  return { p50: Math.min(p50, maxMs), p95: Math.min(p95, maxMs), p99: Math.min(p99, maxMs) };
}

/**
 * A percentile of what a histogram counted, by straight line within its bucket.
 * @param counts bucket → how many
 * @param share 0 to 1
 * @returns milliseconds, or undefined where nothing was counted
 */
export function percentileMs(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let rest = share * total;
  for (const [bucket, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    if (count > 0 && rest <= count) {
      const from = bucket === 0 ? 0 : 2 ** (bucket / 2);
      const to = 2 ** ((bucket + 1) / 2);
      return Math.round((from + ((to - from) * rest) / count) * 10) / 10;
    }
    rest -= count;
  }
  return undefined;
}
