/** An event as publishers send it and as the API gives it. */
import { z } from "zod";
import { deliverySchema } from "./delivery";
import { jsonObjectSchema } from "./json-shapes";
import { listOf, pageQuery, spanQuery } from "./page";
import { EVENT_TYPE_PATTERN, unknownType } from "./subscription";

export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_BATCH_BYTES = 5 * 1024 * 1024;
export const MAX_BATCH_EVENTS = 1_000;

/** Beyond these years ISO 8601 needs more digits than receivers expect. */
function isWithinYears(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** For what `parseJson` has let pass: it is not walked through again. */
export const eventDataSchema = jsonObjectSchema("Give the event's data as a JSON object.").meta({
  description: "What receivers get, unchanged: a JSON object. Numbers are IEEE doubles, so send longer ids as strings.",
  override: { type: "object", additionalProperties: true },
});

export const publishEventSchema = z
  .strictObject({
    // Whether there is such a type is known to an account, not here.
    type: z
      .string()
      .max(100, { error: (issue) => unknownType(issue.input) })
      .regex(EVENT_TYPE_PATTERN, { error: (issue) => unknownType(issue.input) })
      .meta({ description: "An entry of the event catalogue.", examples: ["contact.created"] }),
    data: eventDataSchema,
    timestamp: z.iso
      .datetime({ offset: true, error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50.254Z." })
      .refine(isWithinYears, "Give an instant of the years 1 to 9999, in UTC.")
      .optional()
      .describe("When it happened; the moment of acceptance unless given."),
  })
  .meta({ id: "PublishEvent" });
export type PublishEvent = z.infer<typeof publishEventSchema>;

const BATCH_SIZE = `Send 1 to ${MAX_BATCH_EVENTS.toLocaleString("en")} events.`;
export const publishBatchSchema = z
  .strictObject({
    events: z
      .array(publishEventSchema, "Give a list of events.")
      .min(1, BATCH_SIZE)
      .max(MAX_BATCH_EVENTS, { error: BATCH_SIZE, abort: true }),
  })
  .meta({ id: "PublishBatch" });

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

export const publishedEventSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    timestamp: z.iso.datetime(),
    deliveries: z.int().describe("How many webhooks it goes to: those subscribed when it was accepted."),
    warnings: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("Where its data is not as the type's schema says, and the account accepts it with a warning."),
  })
  .meta({ id: "PublishedEvent" });

export const publishedBatchSchema = z.object({ data: z.array(publishedEventSchema) }).meta({ id: "PublishedBatch" });
export type PublishedEvent = z.infer<typeof publishedEventSchema>;

export const eventsQuerySchema = z.strictObject({
  ...pageQuery,
  type: listOf(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended."))
    .optional()
    .describe("Event types."),
  ...spanQuery,
});
export type EventsQuery = z.infer<typeof eventsQuerySchema>;

/** How many of its deliveries an event has with it in a list. */
export const LISTED_DELIVERIES = 20;

export const listedEventSchema = publishedEventSchema
  .extend({
    createdAt: z.iso.datetime().describe("When it was accepted."),
    deliveryCount: publishedEventSchema.shape.deliveries,
    deliveries: z.array(deliverySchema).describe(`Oldest first, at most ${LISTED_DELIVERIES}.`),
  })
  .meta({ id: "ListedEvent" });
export type ListedEvent = z.infer<typeof listedEventSchema>;

export const eventSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    timestamp: z.iso.datetime(),
    createdAt: z.iso.datetime().describe("When it was accepted."),
    data: z.record(z.string(), z.unknown()),
    deliveryCount: publishedEventSchema.shape.deliveries,
    warnings: publishedEventSchema.shape.warnings,
    deliveries: z.array(deliverySchema).describe("Oldest first, at most 200."),
  })
  .meta({ id: "Event" });
export type EventDetail = z.infer<typeof eventSchema>;
