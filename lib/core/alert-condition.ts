/** What an alert rule looks for, as the API takes and gives it. */
import { z } from "zod";
import { EVENT_TYPE_PATTERN } from "./subscription";

const whole = (min: number, max: number) => {
  const rule = `Give a whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
  return z.int(rule).min(min, rule).max(max, rule);
};
const PERCENT_RULE = "Give a number above 0, and 100 at most.";
const eventType = z.string().max(100).regex(EVENT_TYPE_PATTERN, "Give an event type, like call.ended.");

const windowMinutes = whole(1, 24 * 60).describe("How far back it looks.");
const minimumAttempts = whole(1, 1_000_000).default(10).describe("With fewer in the window, it says nothing.");

export const alertConditionSchema = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({
        kind: z.literal("repeated_failures"),
        count: whole(1, 10_000).describe("Attempts that fail in a row."),
      }),
      z.strictObject({
        kind: z.literal("success_rate"),
        belowPercent: z
          .number(PERCENT_RULE)
          .gt(0, PERCENT_RULE)
          .max(100, PERCENT_RULE)
          .describe("Of all attempts, those that succeed."),
        windowMinutes,
        minimumAttempts,
      }),
      z.strictObject({
        kind: z.literal("event_type_failing"),
        eventType,
        count: whole(1, 10_000).describe("Attempts of this type that failed since one last succeeded, within a day."),
      }),
      z.strictObject({
        kind: z.literal("latency_p95"),
        aboveMs: whole(1, 30_000).describe("The 95th percentile of what attempts take."),
        windowMinutes,
        minimumAttempts,
      }),
      z.strictObject({
        kind: z.literal("backlog_age"),
        olderThanSeconds: whole(10, 7 * 86_400).describe("How long a delivery has been due without being sent."),
      }),
      z.strictObject({
        kind: z.literal("silence"),
        forMinutes: whole(1, 7 * 24 * 60).describe("So long, no event was there to be delivered."),
        eventTypes: z
          .array(eventType)
          .min(1, "Name an event type, or leave this out.")
          .max(20, "Name at most 20 event types.")
          .optional()
          .describe("Only these; any unless given."),
      }),
      z.strictObject({
        kind: z.literal("certificate"),
        days: whole(1, 365).default(14).describe("The receiver's certificate expires sooner than that."),
      }),
    ],
    { error: "Name one of the kinds of alert rules." },
  )
  .meta({ id: "AlertCondition" });
export type AlertCondition = z.infer<typeof alertConditionSchema>;
