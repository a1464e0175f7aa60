/** A delivery and its attempts as the API gives them. */
import { z } from "zod";
import { ATTEMPT_ERRORS } from "./attempt";
import { listOf, logCursorQuery, pageQuery, pageSchema, spanQuery } from "./page";
import { parseSearch } from "./search";
import { EVENT_TYPE_PATTERN } from "./subscription";
import { DELIVERY_STATUSES } from "./delivery-status";

export const REDELIVERY_KINDS = ["retry", "replay"] as const;

export const ATTEMPT_OUTCOMES = ["succeeded", "retrying", "failed", "interrupted"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

const instant = z.iso.datetime();
const headerPairs = z.array(z.tuple([z.string(), z.string()])).describe("[name, value], in the order they were sent.");

/** Postgres has no text with these. */
const isStorable = (text: string) => !text.includes("\0") && text.isWellFormed();

const CODE_RULE = "Give response codes from 100 to 599, or classes, like 5xx.";
const LAST_RULE = "Give a number of minutes, hours or days, like 15m, 24h or 7d.";

/** Of a time that reaches back from now. */
export const LAST_PATTERN = /^[1-9]\d{0,3}[mhd]$/;

const seekable = (text: z.ZodString) => text.refine(isStorable, "Leave out U+0000 and halves of surrogate pairs.");

export const SEARCH_MAX = 500;

const filters = {
  webhookId: listOf(z.string()).optional().describe("Webhooks' ids."),
  status: listOf(z.enum(DELIVERY_STATUSES, { error: `Use ${DELIVERY_STATUSES.join(", ")}.` }))
    .optional()
    .describe("Any of these statuses."),
  type: listOf(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended."))
    .optional()
    .describe("Event types."),
  code: listOf(z.string().regex(/^[1-5](\d\d|xx)$/, CODE_RULE))
    .optional()
    .describe("Response codes of the latest attempt, or classes of them: `404,5xx`."),
  error: listOf(z.enum(ATTEMPT_ERRORS, { error: `Use ${ATTEMPT_ERRORS.join(", ")}.` }))
    .optional()
    .describe("Kinds of error of the latest attempt."),
  ...spanQuery,
  last: z
    .string()
    .regex(LAST_PATTERN, LAST_RULE)
    .optional()
    .describe("Not older than so many minutes, hours or days before now: `15m`, `24h`, `7d`."),
  q: seekable(z.string().max(200, "Use at most 200 characters."))
    .optional()
    .describe("An id of a delivery, event or webhook; or a part of the event type or of the webhook's title."),
  where: seekable(z.string().max(SEARCH_MAX, `Use at most ${SEARCH_MAX} characters.`))
    .transform((text, context) => {
      if (text.trim() === "") return undefined;
      const parsed = parseSearch(text);
      if ("filter" in parsed) return parsed.filter;
      context.addIssue({ code: "custom", message: parsed.problem });
      return z.NEVER;
    })
    .optional()
    .describe(
      'What the event\'s data says: `data.contact = "919876543210" and data.score > 50`. Operators: `=`, `!=`, `>`, `>=`, `<`, `<=`, `contains`, `startsWith`, `in [...]`, `exists`, and `and`, `or`, `not`, parentheses.',
    ),
  redeliveryId: z.string().optional().describe("What this bulk retry or replay touched last."),
};

/** The log's filters: the same for its pages, its count, its export and its stream. */
export const deliveryFiltersSchema = z.strictObject(filters);
export type DeliveryFilters = z.infer<typeof deliveryFiltersSchema>;

export const deliveriesQuerySchema = z.strictObject({ ...pageQuery, ...logCursorQuery, ...filters });
export type DeliveriesQuery = z.infer<typeof deliveriesQuerySchema>;

export const EXPORT_FORMATS = ["csv", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportQuerySchema = z.strictObject({
  format: z
    .enum(EXPORT_FORMATS, { error: `Use ${EXPORT_FORMATS.join(" or ")}.` })
    .default("csv")
    .describe("`csv`: a table with a heading; `ndjson`: a delivery a line, each as the log gives it."),
  ...filters,
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

export const deliveryCountSchema = z
  .object({
    count: z.int(),
    exact: z.boolean().describe("False where there are more, or where looking through all took too long."),
  })
  .meta({ id: "DeliveryCount" });
export type DeliveryCount = z.infer<typeof deliveryCountSchema>;

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

export const deliveriesPageSchema = pageSchema(deliverySchema).extend({
  prevCursor: z
    .string()
    .nullable()
    .describe("For the page of newer ones, as `cursor`; null where this is the page of the newest."),
  searchedTo: instant
    .nullable()
    .describe(
      "How far was looked, where the page is short because that took long enough: the next page looks further.",
    ),
});
export type DeliveriesPage = z.infer<typeof deliveriesPageSchema>;

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
