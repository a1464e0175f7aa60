/** A webhook as the API takes and gives it. */
import { z } from "zod";
import { autoDisableSchema } from "./auto-disable-schema";
import { healthSchema } from "./health-schema";
import { TEST_EVENT_TYPE } from "./subscription";
import { eventDataSchema } from "./event";
import { authorizationSchema, extraHeadersSchema } from "./extra-headers";
import { DEFAULT_FORMAT, FORMAT_NAMES } from "./formats";
import { filterSchema } from "./filter";
import { pageQuery } from "./page";
import { MAX_DELAY_SECONDS, MAX_DELAYS, RETRY_PRESETS, type RetryPreset } from "./retry";
import { patternsSchema } from "./subscription-schema";
import { DEFAULT_TIMEOUT_MS, DEFAULT_CONCURRENCY } from "./webhook-defaults";

export const WEBHOOK_STATUSES = ["active", "paused", "disabled"] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

const PRESET_NAMES = Object.keys(RETRY_PRESETS) as [RetryPreset, ...RetryPreset[]];

const TIMEOUT_RULE = "Give whole milliseconds from 1000 to 30000.";
const CONCURRENCY_RULE = "Give a whole number from 1 to 256.";
const RATE_RULE = "Give a whole number from 1 to 1000; without one there is no limit.";
const DELAY_RULE = `Give whole seconds from 1 to ${MAX_DELAY_SECONDS}.`;

const retrySchema = z.union(
  [
    z.strictObject({ preset: z.enum(PRESET_NAMES) }),
    z.strictObject({
      delaysSeconds: z
        .array(z.int(DELAY_RULE).min(1, DELAY_RULE).max(MAX_DELAY_SECONDS, DELAY_RULE))
        .max(MAX_DELAYS, `Give at most ${MAX_DELAYS} delays.`),
    }),
  ],
  {
    error: `Give either a preset (${PRESET_NAMES.join(", ")}) or delaysSeconds: at most ${MAX_DELAYS} whole numbers from 1 to ${MAX_DELAY_SECONDS}.`,
  },
);

const alsoSignSchema = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  until: z.iso.datetime({ offset: true, error: "Give an ISO 8601 instant with its zone, like 2026-12-31T00:00:00Z." }),
});

const fields = {
  title: z.string().trim().min(1, "Give the webhook a title.").max(100, "Use at most 100 characters."),
  url: z
    .string()
    .min(1, "Enter the URL that receives the events.")
    .meta({ description: "Receives the events by POST.", examples: ["https://example.com/webhook"] }),
  format: z.enum(FORMAT_NAMES).describe("The wire format: body, headers and signature."),
  events: patternsSchema.meta({
    description: '`["*"]`, groups like `"call.*"`, or single event types.',
    examples: [["contact.*", "call.ended"]],
  }),
  retry: retrySchema,
  timeoutMs: z.int(TIMEOUT_RULE).min(1000, TIMEOUT_RULE).max(30_000, TIMEOUT_RULE),
  concurrency: z.int(CONCURRENCY_RULE).min(1, CONCURRENCY_RULE).max(256, CONCURRENCY_RULE),
  status: z.enum(["active", "paused"]).describe("`paused` holds deliveries back until it is `active` again."),
  authorization: authorizationSchema
    .nullable()
    .describe("The value of the Authorization header; written, never read: a webhook says `hasAuthorization`."),
  headers: extraHeadersSchema.describe("Headers of your own, at most 20, sent after the format's."),
  alsoSign: alsoSignSchema
    .nullable()
    .describe("Migration mode: the headers of another format beside the webhook's own, until then."),
  ratePerSecond: z
    .int(RATE_RULE)
    .min(1, RATE_RULE)
    .max(1000, RATE_RULE)
    .nullable()
    .describe("At most so many deliveries in any one second; null for no limit."),
  orderBy: z
    .string()
    .regex(/^data(\.[A-Za-z0-9_-]{1,100}){1,10}$/, "Give a path into the event's data, like data.contact.")
    .nullable()
    .describe("A path like `data.contact`: deliveries with the same value there go one after another."),
  filter: filterSchema.nullable().describe("Only events whose data it holds for are delivered."),
  autoDisable: autoDisableSchema.nullable(),
  autoRecover: z
    .boolean()
    .nullable()
    .describe(
      "Whether it is probed every 15 minutes with one of the deliveries it holds after it was disabled as it failed for too long, and resumed when that succeeds. Null: as the account wants it.",
    ),
};

export const createWebhookSchema = z
  .strictObject({
    title: fields.title,
    url: fields.url,
    events: fields.events,
    format: fields.format.default(DEFAULT_FORMAT),
    retry: fields.retry.optional(),
    timeoutMs: fields.timeoutMs.default(DEFAULT_TIMEOUT_MS),
    concurrency: fields.concurrency.default(DEFAULT_CONCURRENCY),
    status: fields.status.default("active"),
    authorization: fields.authorization.default(null),
    headers: fields.headers.default({}),
    alsoSign: fields.alsoSign.default(null),
    ratePerSecond: fields.ratePerSecond.default(null),
    orderBy: fields.orderBy.default(null),
    filter: fields.filter.default(null),
    autoDisable: fields.autoDisable.default(null),
    autoRecover: fields.autoRecover.default(null),
  })
  .meta({ id: "CreateWebhook" });
export type CreateWebhook = z.infer<typeof createWebhookSchema>;
export type CreateWebhookInput = z.input<typeof createWebhookSchema>;

const LAST_RULE = "Give a whole number from 1 to 100000.";

/** What becomes of the deliveries that a paused or disabled webhook holds. */
const heldSchema = z.union(
  [z.literal("all"), z.literal("discard"), z.strictObject({ last: z.int().min(1, LAST_RULE).max(100_000, LAST_RULE) })],
  { error: `Give "all", "discard" or {"last": N}, N from 1 to 100000.` },
);
export type HeldChoice = z.infer<typeof heldSchema>;

export const updateWebhookSchema = z
  .strictObject({ ...fields, held: heldSchema })
  .partial()
  .refine(({ held, status }) => held === undefined || status === "active", {
    path: ["held"],
    error: "Goes with status active: it says what becomes of what was held.",
  })
  .meta({ id: "UpdateWebhook" });
export type UpdateWebhook = z.infer<typeof updateWebhookSchema>;

export const heldDeliveriesSchema = z
  .object({
    count: z.int(),
    isExact: z.boolean().describe("False where there is more than was counted."),
    oldestAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "HeldDeliveries" });
export type HeldDeliveries = z.infer<typeof heldDeliveriesSchema>;

export const rotateSecretSchema = z
  .strictObject({
    graceSeconds: z
      .int()
      .min(0)
      .max(7 * 86_400)
      .default(0)
      .describe("For how long deliveries carry the old secret's signature, too; 0 ends it at once."),
  })
  .meta({ id: "RotateSecret" });
export type RotateSecretInput = z.input<typeof rotateSecretSchema>;

export const sendTestSchema = z
  .strictObject({
    type: z.string().default(TEST_EVENT_TYPE).describe("Any event type; the webhook need not be subscribed to it."),
    data: eventDataSchema.optional(),
  })
  .meta({ id: "SendTest" });

export const webhooksQuerySchema = z.strictObject(pageQuery);

const instant = z.iso.datetime();

export const webhookSchema = z
  .object({
    id: z.string(),
    number: z.int().describe("Counts up within the account."),
    title: z.string(),
    url: z.string(),
    format: z.enum(FORMAT_NAMES),
    events: z.array(z.string()),
    status: z.enum(WEBHOOK_STATUSES),
    disabledReason: z
      .string()
      .nullable()
      .describe("`gone` (its receiver answered 410), `failing_too_long`, `secret_unreadable`."),
    disabledAt: instant.nullable(),
    retry: retrySchema,
    timeoutMs: z.int(),
    concurrency: z.int(),
    hasAuthorization: z.boolean().describe("Whether a value for the Authorization header is stored."),
    headers: z.record(z.string(), z.string()).describe("The value of an Authorization among them is masked."),
    alsoSign: z.object({ format: z.enum(FORMAT_NAMES), until: instant }).nullable(),
    ratePerSecond: z.int().nullable(),
    orderBy: z.string().nullable(),
    filter: filterSchema.nullable(),
    autoDisable: autoDisableSchema.nullable().describe("Null: as the account wants it, else by format."),
    autoRecover: z.boolean().nullable(),
    hits: z.int().describe("Attempts made so far."),
    lastHitAt: instant.nullable(),
    health: healthSchema,
    secretRotatedAt: instant.nullable(),
    previousSecretUntil: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    etag: z.string().describe("The same as the header `ETag`: send it as `If-Match` with a change."),
  })
  .meta({ id: "Webhook" });
export type Webhook = z.infer<typeof webhookSchema>;

/** The only two answers that carry a secret: creation and rotation. */
export const webhookWithSecretSchema = webhookSchema
  .extend({ secret: z.string().describe("`whsec_…`: shown this once.") })
  .meta({ id: "WebhookWithSecret" });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;
