/**
 * A webhook's deliveries over time: each counted once, where it was made, by where it stands now. What is counted here is
 * what the log lists for the same webhook, span and filter; of very many deliveries, about.
 */
import { z } from "zod";
import { ATTEMPT_ERRORS } from "./attempt";
import { DELIVERY_STATUSES, type DeliveryStatus } from "./delivery-status";
import { STATS_BUCKETS, type StatsBucket } from "./stats-buckets";
import type { Counted } from "./window";

/** Counted one by one up to here. */
export const OUTCOMES_COUNTED_MAX = 300_000;

const count = z.int();
const outcomeCountsSchema = z.object({
  deliveries: count.describe("All that were made in this time, tests among them."),
  statuses: z.record(z.enum(DELIVERY_STATUSES), count).describe("Where they stand now."),
  codes: z.record(z.string(), count).describe("Response code of the latest attempt → deliveries."),
  errors: z
    .partialRecord(z.enum(ATTEMPT_ERRORS), count)
    .describe("Error of the latest attempt → deliveries; an answer that is no success is `http_status`."),
  unanswered: z.partialRecord(z.enum(ATTEMPT_ERRORS), count).describe("Of `errors`, those without a response code."),
});
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

export const webhookOutcomesSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    bucket: z.enum(Object.keys(STATS_BUCKETS) as [StatsBucket, ...StatsBucket[]]),
    exact: z
      .boolean()
      .describe(
        `False where there are more than ${OUTCOMES_COUNTED_MAX.toLocaleString("en")} deliveries: then they are counted by when they ended, without tests, and one that was sent again counts again.`,
      ),
    total: outcomeCountsSchema,
    buckets: z
      .array(z.object({ at: z.iso.datetime(), ...outcomeCountsSchema.shape }))
      .describe("One after another from `from` on, empty ones included; `at` is where each begins."),
  })
  .meta({ id: "WebhookOutcomes" });
export type WebhookOutcomes = z.infer<typeof webhookOutcomesSchema>;

/** Attempts that ended their delivery, as deliveries: what is tried again isn't among them. */
export function endedDeliveries({ outcome, result, count }: Pick<Counted, "outcome" | "result" | "count">) {
  if (outcome !== "succeeded" && outcome !== "failed") return undefined;
  const responseCode = /^\d/.test(result) ? Number(result) : null;
  const error = outcome === "succeeded" ? null : responseCode === null ? result : "http_status";
  return { status: outcome, responseCode, error, count } satisfies CountedDeliveries;
}

/** Deliveries that stand alike. */
export interface CountedDeliveries {
  status: DeliveryStatus;
  responseCode: number | null;
  error: string | null;
  count: number;
}

export function outcomesOf(rows: readonly CountedDeliveries[]): OutcomeCounts {
  const counts: OutcomeCounts = {
    deliveries: 0,
    statuses: { pending: 0, succeeded: 0, failed: 0, held: 0, cancelled: 0 },
    codes: {},
    errors: {},
    unanswered: {},
  };
  for (const { status, responseCode, error, count } of rows) {
    counts.deliveries += count;
    counts.statuses[status] += count;
    if (responseCode !== null) counts.codes[responseCode] = (counts.codes[responseCode] ?? 0) + count;
    const known = ATTEMPT_ERRORS.find((one) => one === error);
    if (!known) continue;
    counts.errors[known] = (counts.errors[known] ?? 0) + count;
    if (responseCode === null) counts.unanswered[known] = (counts.unanswered[known] ?? 0) + count;
  }
  return counts;
}
