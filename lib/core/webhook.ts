/** A webhook as the API takes and gives it. */
import { z } from "zod";
import { isKnownPattern } from "./catalogue";
import { quoteShort } from "./errors";
import { authorizationSchema, extraHeadersSchema } from "./extra-headers";
import { DEFAULT_FORMAT, FORMAT_NAMES } from "./formats";
import { MAX_DELAY_SECONDS, MAX_DELAYS, RETRY_PRESETS, type RetryPreset } from "./retry";

export const WEBHOOK_STATUSES = ["active", "paused", "disabled"] as const;
export const DEFAULT_TIMEOUT_MS = 5000;
export const DEFAULT_CONCURRENCY = 16;
const MAX_PATTERNS = 200;

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

const eventsSchema = z
  .array(z.string().refine(isKnownPattern, { error: (issue) => `There is no event type ${quoteShort(issue.input)}.` }))
  .min(1, "Choose at least one event.")
  .max(MAX_PATTERNS, `Choose at most ${MAX_PATTERNS} entries; a group like call.* is one.`)
  .transform((patterns) => (patterns.includes("*") ? ["*"] : [...new Set(patterns)]));

const alsoSignSchema = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  until: z.iso.datetime({ offset: true, error: "Give an ISO 8601 instant with its zone, like 2026-12-31T00:00:00Z." }),
});

const fields = {
  title: z.string().trim().min(1, "Give the webhook a title.").max(100, "Use at most 100 characters."),
  url: z.string().min(1, "Enter the URL that receives the events."),
  format: z.enum(FORMAT_NAMES),
  events: eventsSchema,
  retry: retrySchema,
  timeoutMs: z.int(TIMEOUT_RULE).min(1000, TIMEOUT_RULE).max(30_000, TIMEOUT_RULE),
  concurrency: z.int(CONCURRENCY_RULE).min(1, CONCURRENCY_RULE).max(256, CONCURRENCY_RULE),
  status: z.enum(["active", "paused"]),
  /** Written, never read: a webhook says `hasAuthorization`. */
  authorization: authorizationSchema.nullable(),
  headers: extraHeadersSchema,
  /** Migration mode: the headers of another format beside the webhook's own, until then. */
  alsoSign: alsoSignSchema.nullable(),
  ratePerSecond: z.int(RATE_RULE).min(1, RATE_RULE).max(1000, RATE_RULE).nullable(),
  /** Deliveries with the same value there go one after another. */
  orderBy: z
    .string()
    .regex(/^data(\.[A-Za-z0-9_-]{1,100}){1,10}$/, "Give a path into the event's data, like data.contact.")
    .nullable(),
};

export const createWebhookSchema = z.strictObject({
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
});
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
  });
export type UpdateWebhook = z.infer<typeof updateWebhookSchema>;

export const heldDeliveriesSchema = z.object({
  count: z.int(),
  /** False where there is more than was counted. */
  isExact: z.boolean(),
  oldestAt: z.iso.datetime().nullable(),
});
export type HeldDeliveries = z.infer<typeof heldDeliveriesSchema>;

export const rotateSecretSchema = z.strictObject({
  graceSeconds: z
    .int()
    .min(0)
    .max(7 * 86_400)
    .default(0),
});
export type RotateSecretInput = z.input<typeof rotateSecretSchema>;

export const sendTestSchema = z.strictObject({
  type: z.string().optional(),
  data: z.record(z.string(), z.json(), { error: "Give the event's data as a JSON object." }).optional(),
});

const instant = z.iso.datetime();

export const webhookSchema = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  url: z.string(),
  format: z.enum(FORMAT_NAMES),
  events: z.array(z.string()),
  status: z.enum(WEBHOOK_STATUSES),
  disabledReason: z.string().nullable(),
  retry: retrySchema,
  timeoutMs: z.int(),
  concurrency: z.int(),
  hasAuthorization: z.boolean(),
  /** The value of an Authorization among them is masked. */
  headers: z.record(z.string(), z.string()),
  alsoSign: z.object({ format: z.enum(FORMAT_NAMES), until: instant }).nullable(),
  ratePerSecond: z.int().nullable(),
  orderBy: z.string().nullable(),
  hits: z.int(),
  lastHitAt: instant.nullable(),
  health: z.object({
    state: z.enum(["unknown", "healthy", "failing"]),
    consecutiveFailures: z.int(),
    failingSince: instant.nullable(),
    lastSuccessAt: instant.nullable(),
  }),
  secretRotatedAt: instant.nullable(),
  previousSecretUntil: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Webhook = z.infer<typeof webhookSchema>;

/** The only two answers that carry a secret: creation and rotation. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;
