/** Failed attempts of a webhook, put together by how they failed: the same error, code and answer, whatever ids it names. */
import { z } from "zod";
import { ATTEMPT_ERRORS, type AttemptError } from "./attempt";
import { failureMessage } from "./failure-message";

/** Groups beyond are few attempts each, and nobody reads so far. */
export const MAX_GROUPS = 20;
/** The latest of the span that are looked at. */
export const MAX_FAILURES = 5_000;
/** Points of a group's trend. */
const TREND_POINTS = 24;

const instant = z.iso.datetime();
const given = z.iso.datetime({
  offset: true,
  error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50Z.",
});

export const failuresQuerySchema = z.strictObject({
  from: given.optional().describe("The beginning; a day before `to` unless given."),
  to: given.optional().describe("The end, itself not counted; now unless given."),
});
export type FailuresQuery = z.infer<typeof failuresQuerySchema>;

export const FAILURE_CAUSES = ["secret_rotated", "edited", "resumed", "certificate_changed"] as const;

export const failureGroupSchema = z.object({
  error: z.enum(ATTEMPT_ERRORS),
  errorDetail: z.string().nullable().describe("Which kind of it, such as `expired` for `tls`."),
  responseCode: z.int().nullable(),
  message: z.string().describe("What the receiver said, without what differs: ids, numbers, times. Empty for nothing."),
  attempts: z.int(),
  deliveries: z.int().describe("To how many deliveries these attempts belong."),
  failed: z.int().describe("How many of those have failed for good, as far as it is known now."),
  firstAt: instant,
  lastAt: instant,
  trend: z.array(z.int()).describe("Attempts in equal parts of the span, oldest first."),
  sampleDeliveryId: z.string().describe("Of the latest of these attempts."),
  began: z
    .object({
      after: z.enum(FAILURE_CAUSES).describe("What had been done to the webhook or its receiver shortly before."),
      at: instant.describe("When; of a certificate, when the last delivery with the old one succeeded."),
    })
    .nullable(),
});
export type FailureGroup = z.infer<typeof failureGroupSchema>;

export const webhookFailuresSchema = z
  .object({
    from: instant,
    to: instant,
    attempts: z
      .int()
      .describe(
        `How many failed attempts were looked at: the latest ${MAX_FAILURES.toLocaleString("en")} at most. Tests are not among them.`,
      ),
    since: instant.nullable().describe("Not null where there were more: those looked at are not older than this."),
    groups: z.array(failureGroupSchema).describe(`The largest first; ${MAX_GROUPS} at most.`),
  })
  .meta({ id: "WebhookFailures" });
export type WebhookFailures = z.infer<typeof webhookFailuresSchema>;

export interface FailedAttempt {
  /** uuid */
  deliveryId: string;
  deliveryStatus: string;
  startedAt: Date;
  error: AttemptError;
  errorDetail: string | null;
  responseCode: number | null;
  /** The beginning of what came back. */
  body: string;
}

/** `deliveryId`: a uuid; when each was first and last. */
export interface Grouped extends Omit<FailureGroup, "began" | "sampleDeliveryId" | "firstAt" | "lastAt"> {
  firstAt: Date;
  lastAt: Date;
  firstDeliveryId: string;
  lastDeliveryId: string;
}

/** @param failures in any order @returns the largest first */
export function groupFailures(failures: readonly FailedAttempt[], from: Date, to: Date): Grouped[] {
  const messages = new Map<string, string>();
  const groups = new Map<string, FailedAttempt[]>();
  for (const failure of failures) {
    const message = messages.get(failure.body) ?? failureMessage(failure.body);
    messages.set(failure.body, message);
    const key = JSON.stringify([failure.error, failure.errorDetail, failure.responseCode, message]);
    const its = groups.get(key);
    if (its) its.push(failure);
    else groups.set(key, [failure]);
  }
  return [...groups.values()]
    .map((its) => groupOf(its, messages, from, to))
    .toSorted((a, b) => b.attempts - a.attempts || b.lastAt.getTime() - a.lastAt.getTime());
}

function groupOf(its: FailedAttempt[], messages: ReadonlyMap<string, string>, from: Date, to: Date): Grouped {
  const sorted = its.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new Error("a group has at least one attempt");
  const deliveries = new Map(its.map(({ deliveryId, deliveryStatus }) => [deliveryId, deliveryStatus]));
  return {
    error: last.error,
    errorDetail: last.errorDetail,
    responseCode: last.responseCode,
    message: messages.get(last.body) ?? "",
    attempts: its.length,
    deliveries: deliveries.size,
    failed: [...deliveries.values()].filter((status) => status === "failed").length,
    firstAt: first.startedAt,
    lastAt: last.startedAt,
    trend: trendOf(its, from, to),
    firstDeliveryId: first.deliveryId,
    lastDeliveryId: last.deliveryId,
  };
}

function trendOf(its: readonly FailedAttempt[], from: Date, to: Date): number[] {
  const trend = Array.from({ length: TREND_POINTS }, () => 0);
  const stepMs = (to.getTime() - from.getTime()) / TREND_POINTS;
  for (const { startedAt } of its) {
    // It is listed by when it ended; it may have begun before.
    const index = Math.floor((startedAt.getTime() - from.getTime()) / stepMs);
    const point = Math.min(Math.max(index, 0), TREND_POINTS - 1);
    trend[point] = (trend[point] ?? 0) + 1;
  }
  return trend;
}
