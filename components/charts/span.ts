/** Which span of time charts show, in which buckets, and what lies beside it. */
import { MINUTES_KEPT_DAYS, STATS_BUCKETS, type StatsBucket } from "../../lib/core/stats-buckets";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A chart's width has room for so many bars that one can still point at. */
const MAX_BARS = 100;
const LONGEST_MS = 366 * DAY_MS;
const SHORTEST_MS = 60_000;

export const RANGES = {
  "1h": { ms: HOUR_MS, bucket: "minute" },
  "6h": { ms: 6 * HOUR_MS, bucket: "five_minutes" },
  "24h": { ms: DAY_MS, bucket: "quarter_hour" },
  "7d": { ms: 7 * DAY_MS, bucket: "three_hours" },
  "30d": { ms: 30 * DAY_MS, bucket: "half_day" },
  "90d": { ms: 90 * DAY_MS, bucket: "day" },
} as const satisfies Record<string, { ms: number; bucket: StatsBucket }>;
export type RangeName = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as [RangeName, ...RangeName[]];

/** Whole buckets; instants in Unix milliseconds, `to` itself not counted. */
export interface Span {
  from: number;
  to: number;
  bucket: StatsBucket;
}

/** The last hours or days, the bucket that is under way among them. */
export function spanOfRange(name: RangeName, now: number): Span {
  const { ms, bucket } = RANGES[name];
  const to = (Math.floor(now / STATS_BUCKETS[bucket]) + 1) * STATS_BUCKETS[bucket];
  return { from: to - ms, to, bucket };
}

/** @returns undefined where it is no span, or longer than a year */
export function customSpan(from: number, to: number, now: number): Span | undefined {
  if (!(to - from >= SHORTEST_MS && to - from <= LONGEST_MS)) return undefined;
  const names = Object.keys(STATS_BUCKETS) as StatsBucket[];
  // The period before it is shown, too.
  const oldest = from - (to - from);
  const isRecent = oldest > now - MINUTES_KEPT_DAYS * DAY_MS + HOUR_MS;
  const bucket =
    names.find(
      (name) => (to - from) / STATS_BUCKETS[name] <= MAX_BARS && (isRecent || STATS_BUCKETS[name] >= HOUR_MS),
    ) ?? "day";
  const ms = STATS_BUCKETS[bucket];
  return { from: Math.floor(from / ms) * ms, to: Math.ceil(to / ms) * ms, bucket };
}

export const bucketMs = ({ bucket }: Pick<Span, "bucket">) => STATS_BUCKETS[bucket];

/** As long, just before. */
export const previousOf = ({ from, to, bucket }: Span): Span => ({ from: from - (to - from), to: from, bucket });

/** Twice as long about the same middle, and nothing of the future. */
export function zoomedOut({ from, to, bucket }: Span, now: number): Span {
  const half = (to - from) / 2;
  const end = Math.min(to + half, Math.max(Math.ceil(now / STATS_BUCKETS[bucket]) * STATS_BUCKETS[bucket], to));
  return { from: Math.max(end - 4 * half, end - LONGEST_MS), to: end, bucket };
}

/** For the API. */
export const queryOf = ({ from, to, bucket }: Span) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  bucket,
});

/** What an answer is about: while another is awaited, the one before it is still shown. */
export const spanOf = ({ from, to, bucket }: { from: string; to: string; bucket: StatsBucket }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
  bucket,
});
