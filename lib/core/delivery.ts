/** A delivery and its attempts as the API gives them. */
import { z } from "zod";
import { ATTEMPT_ERRORS } from "./attempt";
import { listOf, pageQuery, spanQuery } from "./page";
import { EVENT_TYPE_PATTERN } from "./subscription";

export const DELIVERY_STATUSES = ["pending", "succeeded", "failed", "held", "cancelled"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const REDELIVERY_KINDS = ["retry", "replay"] as const;

export const ATTEMPT_OUTCOMES = ["succeeded", "retrying", "failed", "interrupted"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

const instant = z.iso.datetime();
const headerPairs = z.array(z.tuple([z.string(), z.string()])).describe("[name, value], in the order they were sent.");

/** Postgres has no text with these. */
const isStorable = (text: string) => !text.includes("\0") && text.isWellFormed();

export const deliveriesQuerySchema = z.strictObject({
  ...pageQuery,
  webhookId: listOf(z.string()).optional().describe("Webhooks' ids."),
  status: listOf(z.enum(DELIVERY_STATUSES, { error: `Use ${DELIVERY_STATUSES.join(", ")}.` }))
    .optional()
    .describe("Any of these statuses."),
  type: listOf(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended."))
    .optional()
    .describe("Event types."),
  code: listOf(z.string().regex(/^[1-5]\d\d$/, "Give response codes from 100 to 599."))
    .optional()
    .describe("Response codes of the latest attempt."),
  error: listOf(z.enum(ATTEMPT_ERRORS, { error: `Use ${ATTEMPT_ERRORS.join(", ")}.` }))
    .optional()
    .describe("Kinds of error of the latest attempt."),
  ...spanQuery,
  q: z
    .string()
    .max(200, "Use at most 200 characters.")
    .refine(isStorable, "Leave out U+0000 and halves of surrogate pairs.")
    .optional()
    .describe("An id of a delivery, event or webhook; or a part of the event type or of the webhook's title."),
  redeliveryId: z.string().optional().describe("What this bulk retry or replay touched last."),
});
export type DeliveriesQuery = z.infer<typeof deliveriesQuerySchema>;

export const deliverySchema = z
  .object({
    id: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    webhookId: z.string(),
    webhookTitle: z.string(),
    cause: z.enum(["event", "test"]).describe("`test`: somebody clicked Test, or called it."),
    status: z
      .enum(DELIVERY_STATUSES)
      .describe(
        "`pending`: due, or waiting for its next try; `failed`: its retries are used up; `held`: its webhook is paused or disabled.",
      ),
    attemptCount: z.int(),
    nextAttemptAt: instant.nullable(),
    responseCode: z.int().nullable().describe("Of the latest attempt."),
    error: z.enum(ATTEMPT_ERRORS).nullable().describe("Of the latest attempt; null where it succeeded."),
    durationMs: z.int().nullable(),
    lastAttemptAt: instant.nullable(),
    finishedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof deliverySchema>;

export const attemptSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    startedAt: instant,
    durationMs: z.int().nullable(),
    outcome: z.enum(ATTEMPT_OUTCOMES),
    url: z.string().nullable(),
    responseCode: z.int().nullable(),
    error: z.enum(ATTEMPT_ERRORS).nullable(),
    errorDetail: z.string().nullable(),
    requestHeaders: headerPairs,
    requestBody: z
      .string()
      .nullable()
      .describe(
        "Only where this attempt's differs from the delivery's: its webhook had another format or secret then.",
      ),
    responseHeaders: headerPairs,
    responseBody: z.string().nullable(),
    responseBytes: z
      .int()
      .nullable()
      .describe("Bytes of the answer that were read; more than what is stored where it was long."),
    dnsMs: z.number().nullable(),
    connectMs: z.number().nullable(),
    tlsMs: z.number().nullable(),
    firstByteMs: z.number().nullable(),
    remoteAddress: z.string().nullable(),
    tlsVersion: z.string().nullable(),
    tlsExpiresAt: instant.nullable(),
    manual: z
      .boolean()
      .describe(
        "Part of a retry that was asked for by hand: where it fails, that doesn't count for the webhook's health.",
      ),
  })
  .meta({ id: "Attempt" });
export type Attempt = z.infer<typeof attemptSchema>;

export const deliveryDetailSchema = deliverySchema
  .extend({
    webhookUrl: z.string(),
    webhookStatus: z.enum(["active", "paused", "disabled", "deleted"]),
    eventTimestamp: instant,
    requestBody: z
      .string()
      .describe(
        "Exactly the bytes that the latest attempt sent. Before the first, as it would be sent, a signature inside the body left empty.",
      ),
    scheduledDelaysSeconds: z
      .array(z.int())
      .describe("Seconds before each retry; empty for a test, which is sent once."),
    failures: z.int().describe("Failed attempts of the schedule so far."),
    timeoutMs: z.int(),
    secretRotatedAt: instant.nullable(),
    redelivery: z
      .object({ id: z.string(), kind: z.enum(REDELIVERY_KINDS) })
      .nullable()
      .describe("The bulk retry or replay that touched it last."),
    attempts: z.array(attemptSchema).describe("Oldest first; of very many, the latest 100."),
  })
  .meta({ id: "DeliveryDetail" });
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;
