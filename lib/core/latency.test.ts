import { expect, it } from "vitest";
import { latencyBucket, percentileMs } from "./latency";

it.each([
  [0, 0],
  [0.3, 0],
  [1, 0],
  [1.4, 0],
  [1.5, 1],
  [2, 2],
  [2.8, 2],
  [2.9, 3],
  [4, 4],
  [8, 6],
  [100, 13],
  [1024, 20],
  [5000, 24],
  [30_000, 29],
  [2 ** 20, 40],
  [2 ** 30, 40],
])("%d ms fall into bucket %d", (ms, bucket) => {
  expect(latencyBucket(ms)).toBe(bucket);
});

it("a bucket spans half a power of two, and buckets leave no gap", () => {
  const isWithin = (ms: number) => {
    const bucket = latencyBucket(ms);
    return ms >= 2 ** (bucket / 2) * (1 - 1e-9) && ms < 2 ** ((bucket + 1) / 2);
  };
  const durations = Array.from({ length: 40_000 }, (_, index) => index + 1);
  expect(durations.filter((ms) => !isWithin(ms))).toEqual([]);
});

it("a percentile is within its bucket of what was measured", () => {
  const durations = Array.from({ length: 5_000 }, (_, index) => 3 + index / 7);
  const counts = new Map<number, number>();
  for (const ms of durations) counts.set(latencyBucket(ms), (counts.get(latencyBucket(ms)) ?? 0) + 1);
  for (const share of [0.01, 0.5, 0.95, 0.99, 1]) {
    const measured = durations[Math.ceil(share * durations.length) - 1] ?? Number.NaN;
    const told = percentileMs(counts, share) ?? Number.NaN;
    expect(Math.abs(told / measured - 1), `${share}`).toBeLessThan(0.2);
  }
});

it("nothing measured has no percentiles", () => {
  expect(percentileMs(new Map(), 0.5)).toBeUndefined();
  expect(percentileMs(new Map([[3, 0]]), 0.5)).toBeUndefined();
});
