/** Latency histograms in half powers of two: coarse enough to store, fine enough for percentiles. */
const LAST_BUCKET = 40;

/** @returns b where durations of 2^(b/2) to 2^((b+1)/2) ms share a bucket */
export function latencyBucket(durationMs: number): number {
  if (durationMs <= 1) return 0;
  return Math.min(Math.floor(2 * Math.log2(durationMs)), LAST_BUCKET);
}
