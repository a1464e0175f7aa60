/** How a webhook did over a span of time: attempts counted by how they ended and how long they took. */
import { z } from "zod";
import { percentilesMs } from "./latency";
import { listOf } from "./page";
import { EVENT_TYPE_PATTERN } from "./subscription";
import { windowOf, type Counted } from "./window";
import { STATS_BUCKETS, type StatsBucket, stepOf, MINUTES_KEPT_DAYS } from "./stats-buckets";

/** A chart has no room for more. */
const MAX_BUCKETS = 1_500;
const DEFAULT_BUCKETS = 24;

const BUCKET_NAMES = Object.keys(STATS_BUCKETS) as [StatsBucket, ...StatsBucket[]];
const instant = z.iso.datetime({
  offset: true,
  error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50Z.",
});

/** A span in buckets, as all charts of a webhook have it. */
export const outcomesQuerySchema = z.strictObject({
  from: instant.optional().describe("The beginning; 24 buckets before `to` unless given."),
  to: instant.optional().describe("The end, itself not counted; now unless given."),
  bucket: z
    .enum(BUCKET_NAMES, { error: `Use ${BUCKET_NAMES.join(", ")}.` })
    .default("hour")
    .describe(
      `How long a bucket is, in UTC; at most ${MAX_BUCKETS.toLocaleString("en")} of them. What is shorter than an hour is kept for ${MINUTES_KEPT_DAYS} days.`,
    ),
});
export type SpanQuery = z.infer<typeof outcomesQuerySchema>;

export const statsQuerySchema = outcomesQuerySchema.extend({
  type: listOf(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended."))
    .optional()
    .describe("Event types; all of them unless given."),
});
export type StatsQuery = z.infer<typeof statsQuerySchema>;

const CODE_CLASSES = ["1xx", "2xx", "3xx", "4xx", "5xx"] as const;
type CodeClass = (typeof CODE_CLASSES)[number];

const count = z.int();
const countsSchema = z.object({
  attempts: count.describe("Those that ended; what was interrupted is not among them."),
  succeeded: count,
  retrying: count.describe("Failed, and tried again by schedule."),
  failed: count.describe("Failed, and the last of their delivery."),
  classes: z.partialRecord(z.enum(CODE_CLASSES), count).describe("Class of the response code → attempts."),
  codes: z.record(z.string(), count).describe("Response code → attempts."),
  errors: z.record(z.string(), count).describe("Error → attempts that got no response."),
  averageMs: z.number().nullable().describe("How long an attempt took that reached a receiver. Null where none did."),
  latencyMs: z
    .object({ p50: z.number(), p95: z.number(), p99: z.number() })
    .nullable()
    .describe("From a histogram: exact to within a fifth. Null where none did."),
});

export const webhookStatsSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    bucket: z.enum(BUCKET_NAMES),
    total: countsSchema,
    buckets: z
      .array(z.object({ at: z.iso.datetime(), ...countsSchema.shape }))
      .describe("One after another from `from` on, empty ones included; `at` is where each begins."),
  })
  .meta({ id: "WebhookStats" });
export type WebhookStats = z.infer<typeof webhookStatsSchema>;
export type StatsCounts = z.infer<typeof countsSchema>;

export function statsOf(rows: readonly Counted[]): StatsCounts {
  const { attempts, succeeded, retrying, failed, results, averageMs, latencies } = windowOf(rows);
  const codes: Record<string, number> = {};
  const errors: Record<string, number> = {};
  const classes: Partial<Record<CodeClass, number>> = {};
  for (const [result, times] of Object.entries(results)) {
    const isCode = /^\d/.test(result);
    (isCode ? codes : errors)[result] = times;
    const codeClass = CODE_CLASSES.find(([digit]) => result[0] === digit);
    if (codeClass) classes[codeClass] = (classes[codeClass] ?? 0) + times;
  }
  const latencyMs = percentilesMs(latencies);
  return { attempts, succeeded, retrying, failed, classes, codes, errors, averageMs, latencyMs };
}

export interface StatsRange {
  from: Date;
  to: Date;
}

/** Beyond, ISO 8601 needs more digits than clients expect. */
const FIRST_INSTANT = Date.parse("0001-01-01T00:00:00Z");
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The whole buckets that a query asks for.
 * @returns what is wrong with it, field by field, where it asks for none or for too many
 */
export function statsRange(
  { from, to, bucket }: SpanQuery,
  now: Date,
): StatsRange | { fields: Record<string, string> } {
  const ms = STATS_BUCKETS[bucket];
  const end = Math.ceil((to ? Date.parse(to) : now.getTime()) / ms) * ms;
  const start = from ? Math.floor(Date.parse(from) / ms) * ms : end - DEFAULT_BUCKETS * ms;
  if (start >= end) return { fields: { from: "Give a moment before to." } };
  if (start < FIRST_INSTANT || end > LAST_INSTANT) return { fields: { to: "Give a moment of the years 1 to 9999." } };
  if (end - start > MAX_BUCKETS * ms) {
    return { fields: { bucket: `These are more than ${MAX_BUCKETS.toLocaleString("en")} buckets: give longer ones.` } };
  }
  if (stepOf(bucket) === "minute" && start < now.getTime() - MINUTES_KEPT_DAYS * STATS_BUCKETS.day) {
    return { fields: { bucket: `Less than an hour is kept for ${MINUTES_KEPT_DAYS} days: give longer ones.` } };
  }
  return { from: new Date(start), to: new Date(end) };
}
