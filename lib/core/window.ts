/** Attempts of a span of time, counted: the same numbers for charts, health and rules. */

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
  /** Null where there was no attempt. */
  averageMs: number | null;
  /** Bucket → attempts, for `percentileMs` of ./latency. */
  latencies: ReadonlyMap<number, number>;
}

export function windowOf(rows: readonly Counted[]): Window {
  const outcomes = { succeeded: 0, retrying: 0, failed: 0 };
  const results: Record<string, number> = {};
  const latencies = new Map<number, number>();
  let attempts = 0;
  let totalMs = 0;
  for (const { outcome, result, latencyBucket, count, durationMs } of rows) {
    attempts += count;
    totalMs += durationMs;
    if (outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += count;
    results[result] = (results[result] ?? 0) + count;
    latencies.set(latencyBucket, (latencies.get(latencyBucket) ?? 0) + count);
  }
  const averageMs = attempts === 0 ? null : Math.round((totalMs / attempts) * 10) / 10;
  return { attempts, ...outcomes, results, averageMs, latencies };
}
