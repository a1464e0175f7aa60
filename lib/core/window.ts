/** Attempts of a span of time, counted: the same numbers for charts, health and rules. */
import { wasReached } from "./latency";

/** Attempts that ended alike. */
export interface Counted {
  outcome: string;
  /** The response code, or the error where there was none. */
  result: string;
  latencyBucket: number;
  count: number;
  /** Of all of them together. */
  durationMs: number;
}

export interface Window {
  /** Those that ended: interrupted ones are not among them. */
  attempts: number;
  succeeded: number;
  /** Failed, and tried again by schedule. */
  retrying: number;
  /** Failed, and the last of their delivery. */
  failed: number;
  /** Response code, or error where there was none → attempts. */
  results: Record<string, number>;
  /** Of those that reached a receiver. Null where none did. */
  averageMs: number | null;
  /** Bucket → attempts that reached a receiver, for `percentileMs` of ./latency. */
  latencies: ReadonlyMap<number, number>;
}

export function windowOf(rows: readonly Counted[]): Window {
  const outcomes = { succeeded: 0, retrying: 0, failed: 0 };
  const results: Record<string, number> = {};
  const latencies = new Map<number, number>();
  let attempts = 0;
  let reached = 0;
  let totalMs = 0;
  for (const { outcome, result, latencyBucket, count, durationMs } of rows) {
    attempts += count;
    if (outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += count;
    results[result] = (results[result] ?? 0) + count;
    if (!wasReached(result)) continue;
    reached += count;
    totalMs += durationMs;
    latencies.set(latencyBucket, (latencies.get(latencyBucket) ?? 0) + count);
  }
  const averageMs = reached === 0 ? null : Math.round((totalMs / reached) * 10) / 10;
  return { attempts, ...outcomes, results, averageMs, latencies };
}
