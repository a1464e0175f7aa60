/** The spans of time that attempts are counted over. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** By name, in milliseconds. */
export const STATS_BUCKETS = {
  minute: MINUTE_MS,
  five_minutes: 5 * MINUTE_MS,
  quarter_hour: 15 * MINUTE_MS,
  half_hour: 30 * MINUTE_MS,
  hour: HOUR_MS,
  three_hours: 3 * HOUR_MS,
  half_day: 12 * HOUR_MS,
  day: 24 * HOUR_MS,
} as const;
export type StatsBucket = keyof typeof STATS_BUCKETS;

/** What is summed up to such buckets: the longest whole steps that they consist of. */
export function stepOf(bucket: StatsBucket): "minute" | "hour" | "day" {
  if (STATS_BUCKETS[bucket] < HOUR_MS) return "minute";
  return bucket === "day" ? "day" : "hour";
}
/** Minutes are many; hours and days stay for twice as long as attempts do. */
export const MINUTES_KEPT_DAYS = 14;
