/** Event types, sets of them, and how strict publishing is: as the API takes and gives them. */
import { z } from "zod";
import { dataSchema } from "./data-schema";
import { jsonObjectSchema } from "./json-shapes";
import { EVENT_TYPE_PATTERN } from "./subscription";
import { patternsSchema } from "./subscription-schema";
import { WEBHOOK_STATUSES } from "./webhook";

export const MAX_OWN_TYPES = 200;
export const MAX_OWN_SETS = 50;
const MAX_SAMPLE_BYTES = 32 * 1024;

/** They tell about this product itself: nobody else may speak in its name. */
export const RESERVED_PREFIXES = ["test", "webhook", "delivery"];

const name = z
  .string("Give a name like order.paid.")
  .max(100, "Use at most 100 characters.")
  .regex(EVENT_TYPE_PATTERN, "Use lower-case words with dots between them, like order.paid: a to z, 0 to 9 and _.")
  .refine((text) => !RESERVED_PREFIXES.includes(text.split(".")[0] ?? ""), {
    error: `Names that begin with ${RESERVED_PREFIXES.map((prefix) => `${prefix}.`).join(", ")} are ours.`,
  });

const sample = jsonObjectSchema("Give the event's data as a JSON object.").refine(
  (value) => JSON.stringify(value).length <= MAX_SAMPLE_BYTES,
  `Use at most ${MAX_SAMPLE_BYTES / 1024} KiB.`,
);

const fields = {
  description: z
    .string("Say when it is triggered.")
    .trim()
    .min(1, "Say when it is triggered.")
    .max(300, "Use at most 300 characters."),
  useCases: z
    .array(z.string().trim().min(1, "Leave no line empty.").max(100, "Use at most 100 characters."))
    .max(10, "Give at most 10."),
  schema: dataSchema.nullable(),
  sample,
};

export const createEventTypeSchema = z.strictObject({
  name,
  description: fields.description,
  useCases: fields.useCases.default([]),
  schema: fields.schema.default(null),
  sample: fields.sample.default({}),
});
export type CreateEventTypeInput = z.input<typeof createEventTypeSchema>;

export const updateEventTypeSchema = z.strictObject(fields).partial();
export type UpdateEventType = z.infer<typeof updateEventTypeSchema>;

/** What a list of event types shows: short enough to be loaded as a whole. */
export const eventTypeSchema = z.object({
  name: z.string(),
  group: z.string(),
  description: z.string(),
  useCases: z.array(z.string()),
  /** It exists in every account and can't be changed. */
  isBuiltIn: z.boolean(),
});
export type EventType = z.infer<typeof eventTypeSchema>;

export const eventTypeDetailSchema = eventTypeSchema.extend({
  schema: jsonObjectSchema("").nullable(),
  sample: jsonObjectSchema(""),
  /** The webhooks that get it, the newest 100. */
  subscribers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.enum(WEBHOOK_STATUSES),
      /** It has a filter: it may get only some. */
      isFiltered: z.boolean(),
    }),
  ),
});
export type EventTypeDetail = z.infer<typeof eventTypeDetailSchema>;

export const eventSetSchema = z.object({
  /** `set_…`; null for those that every account has. */
  id: z.string().nullable(),
  name: z.string(),
  events: z.array(z.string()),
});
export type EventSet = z.infer<typeof eventSetSchema>;

export const createEventSetSchema = z.strictObject({
  name: z.string("Give the set a name.").trim().min(1, "Give the set a name.").max(60, "Use at most 60 characters."),
  events: patternsSchema,
});

export const VALIDATIONS = ["off", "warn", "reject"] as const;
export type Validation = (typeof VALIDATIONS)[number];

export const publishingSchema = z.object({ validation: z.enum(VALIDATIONS) });
export type Publishing = z.infer<typeof publishingSchema>;
export const updatePublishingSchema = z.strictObject({
  validation: z.enum(VALIDATIONS, { error: `Use ${VALIDATIONS.join(", ")}.` }),
});
