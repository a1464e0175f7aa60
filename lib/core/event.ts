/** An event as publishers send it and as the API gives it. */
import { z } from "zod";
import { isKnownEventType } from "./catalogue";
import { quoteShort } from "./errors";
import { deliverySchema } from "./delivery";
import type { Json } from "./json";

export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_BATCH_BYTES = 5 * 1024 * 1024;
const MAX_BATCH_EVENTS = 1_000;

/** Beyond these years ISO 8601 needs more digits than receivers expect. */
function isWithinYears(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** For what `parseJson` has let pass: `data` is not walked through again. */
export const publishEventSchema = z.strictObject({
  type: z.string().refine(isKnownEventType, { error: (issue) => `There is no event type ${quoteShort(issue.input)}.` }),
  data: z.custom<Record<string, Json>>(isObject, "Give the event's data as a JSON object."),
  timestamp: z.iso
    .datetime({ offset: true, error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50.254Z." })
    .refine(isWithinYears, "Give an instant of the years 1 to 9999, in UTC.")
    .optional(),
});
export type PublishEvent = z.infer<typeof publishEventSchema>;

const BATCH_SIZE = `Send 1 to ${MAX_BATCH_EVENTS.toLocaleString("en")} events.`;
export const publishBatchSchema = z.strictObject({
  events: z
    .array(publishEventSchema, "Give a list of events.")
    .min(1, BATCH_SIZE)
    .max(MAX_BATCH_EVENTS, { error: BATCH_SIZE, abort: true }),
});

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

export const publishedEventSchema = z.object({
  id: z.string(),
  type: z.string(),
  timestamp: z.iso.datetime(),
  /** Webhooks that were subscribed when it was accepted. */
  deliveries: z.int(),
});
export type PublishedEvent = z.infer<typeof publishedEventSchema>;

export const eventSchema = publishedEventSchema.extend({
  data: z.json(),
  createdAt: z.iso.datetime(),
  deliveries: z.array(deliverySchema),
});
export type EventDetail = z.infer<typeof eventSchema>;
