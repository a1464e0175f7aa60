/** A delivery and its attempts as the API gives them. */
import { z } from "zod";
import { ATTEMPT_ERRORS } from "./attempt";
import { listOf, pageQuery } from "./page";
import { EVENT_TYPE_PATTERN } from "./subscription";

export const DELIVERY_STATUSES = ["pending", "succeeded", "failed", "held", "cancelled"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const REDELIVERY_KINDS = ["retry", "replay"] as const;

export const ATTEMPT_OUTCOMES = ["succeeded", "retrying", "failed", "interrupted"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

const instant = z.iso.datetime();
const headerPairs = z.array(z.tuple([z.string(), z.string()]));

export const deliveriesQuerySchema = z.strictObject({
  ...pageQuery,
  webhookId: listOf(z.string()).optional(),
  status: listOf(z.enum(DELIVERY_STATUSES, { error: `Use ${DELIVERY_STATUSES.join(", ")}.` })).optional(),
  type: listOf(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended.")).optional(),
  redeliveryId: z.string().optional(),
});
export type DeliveriesQuery = z.infer<typeof deliveriesQuerySchema>;

export const deliverySchema = z.object({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  webhookId: z.string(),
  webhookTitle: z.string(),
  cause: z.enum(["event", "test"]),
  status: z.enum(DELIVERY_STATUSES),
  attemptCount: z.int(),
  nextAttemptAt: instant.nullable(),
  responseCode: z.int().nullable(),
  error: z.enum(ATTEMPT_ERRORS).nullable(),
  durationMs: z.int().nullable(),
  lastAttemptAt: instant.nullable(),
  finishedAt: instant.nullable(),
  createdAt: instant,
});
export type Delivery = z.infer<typeof deliverySchema>;

export const attemptSchema = z.object({
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
  /** Only where this attempt's differs from the delivery's: its webhook had another format or secret then. */
  requestBody: z.string().nullable(),
  responseHeaders: headerPairs,
  responseBody: z.string().nullable(),
  /** Bytes of the answer that were read; more than what is stored where it was long. */
  responseBytes: z.int().nullable(),
  dnsMs: z.number().nullable(),
  connectMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  firstByteMs: z.number().nullable(),
  remoteAddress: z.string().nullable(),
  tlsVersion: z.string().nullable(),
  tlsExpiresAt: instant.nullable(),
  /** Part of a retry that was asked for by hand: it doesn't count for the webhook's health. */
  manual: z.boolean(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const deliveryDetailSchema = deliverySchema.extend({
  webhookUrl: z.string(),
  webhookStatus: z.enum(["active", "paused", "disabled", "deleted"]),
  eventTimestamp: instant,
  /**
   * Exactly the bytes that the latest attempt sent. Before the first, as it would be sent, a signature inside the body
   * left empty.
   */
  requestBody: z.string(),
  /** Seconds before each retry; empty for a test, which is sent once. */
  scheduledDelaysSeconds: z.array(z.int()),
  /** Failed attempts of the schedule so far. */
  failures: z.int(),
  timeoutMs: z.int(),
  secretRotatedAt: instant.nullable(),
  /** The bulk retry or replay that touched it last. */
  redelivery: z.object({ id: z.string(), kind: z.enum(REDELIVERY_KINDS) }).nullable(),
  attempts: z.array(attemptSchema),
});
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;
