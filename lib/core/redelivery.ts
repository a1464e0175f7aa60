/** Many deliveries again: a bulk retry sends what failed once more, a replay delivers past events anew. */
import { z } from "zod";
import { patternSchema } from "./subscription-schema";
import { ATTEMPT_ERRORS } from "./attempt";
import { REDELIVERY_KINDS } from "./delivery";
import { listOf, pageQuery } from "./page";
import { EVENT_TYPE_PATTERN } from "./subscription";

export const REDELIVERY_STATUSES = ["running", "paused", "cancelled", "done"] as const;

const MAX_IDS = 1000;
const MAX_VALUES = 50;
const DEFAULT_RATE = 10;

const RATE_RULE = "Give a whole number from 1 to 500.";
const INSTANT_RULE = "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50Z.";
const CODE_RULE = "Give response codes from 100 to 599.";

const instantInput = z.iso.datetime({ offset: true, error: INSTANT_RULE });
const some = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, "Give at least one.").max(MAX_VALUES, `Give at most ${MAX_VALUES}.`).optional();

const common = {
  dryRun: z.boolean().default(false).describe("Counts, and does nothing."),
  ratePerSecond: z
    .int(RATE_RULE)
    .min(1, RATE_RULE)
    .max(500, RATE_RULE)
    .default(DEFAULT_RATE)
    .describe("How many deliveries a second it adds."),
};

const RETRYABLE = ["failed", "cancelled", "succeeded"] as const;

/** Which of them are sent again; `from` and `to` are about when the delivery was made. */
const retryFilterSchema = z.strictObject({
  webhookId: some(z.string()),
  type: some(z.string().regex(EVENT_TYPE_PATTERN, "Give event types, like call.ended.")),
  status: z
    .array(z.enum(RETRYABLE, { error: `Use ${RETRYABLE.join(", ")}.` }))
    .min(1, "Give at least one.")
    .default(["failed"]),
  from: instantInput.optional(),
  to: instantInput.optional(),
  code: some(z.int(CODE_RULE).min(100, CODE_RULE).max(599, CODE_RULE)),
  error: some(z.enum(ATTEMPT_ERRORS, { error: `Use ${ATTEMPT_ERRORS.join(", ")}.` })),
});

const IDS_RULE = `Give 1 to ${MAX_IDS} ids of deliveries.`;

export const retryManySchema = z
  .strictObject({
    ids: z.array(z.string(), { error: IDS_RULE }).min(1, IDS_RULE).max(MAX_IDS, IDS_RULE).optional(),
    filter: retryFilterSchema.optional(),
    ...common,
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    path: ["filter"],
    error: "Give either ids or a filter; {} retries all that failed.",
  })
  .meta({ id: "RetryMany" });
export type RetryMany = z.infer<typeof retryManySchema>;
export type RetryManyInput = z.input<typeof retryManySchema>;

/** How an event ended at this webhook; `missing` where it was never meant for it. */
export const REPLAY_FATES = ["missing", "failed", "succeeded", "cancelled"] as const;

export const replaySchema = z
  .strictObject({
    since: z.iso.datetime({ offset: true, error: INSTANT_RULE }),
    until: instantInput.optional(),
    status: z
      .array(z.enum(REPLAY_FATES, { error: `Use ${REPLAY_FATES.join(", ")}.` }))
      .min(1, "Give at least one.")
      .optional(),
    types: z
      .array(patternSchema)
      .min(1, "Give at least one.")
      .max(200, "Give at most 200.")
      .optional()
      .describe("The webhook's own subscription unless given."),
    ...common,
  })
  .meta({ id: "Replay" });
export type Replay = z.infer<typeof replaySchema>;
export type ReplayInput = z.input<typeof replaySchema>;

export const redeliveriesQuerySchema = z.strictObject({
  ...pageQuery,
  status: listOf(z.enum(REDELIVERY_STATUSES, { error: `Use ${REDELIVERY_STATUSES.join(", ")}.` }))
    .optional()
    .describe("Any of these statuses."),
});
export type RedeliveriesQuery = z.infer<typeof redeliveriesQuerySchema>;

const instant = z.iso.datetime();

/** What would be done, counted. */
export const redeliveryPreviewSchema = z
  .object({
    count: z.int(),
    isExact: z.boolean().describe("False where there is more than was counted."),
    webhooks: z.int(),
    held: z.int().describe("How many of them wait until their webhook is resumed."),
    from: instant.nullable().describe("When the oldest and the newest of them was made; null where there is none."),
    to: instant.nullable(),
    leftOut: z.object({
      alreadyDelivered: z.int().describe("A later delivery of the same event to the same webhook has arrived."),
      underWay: z.int().describe("One of the same event is on its way."),
      webhookDeleted: z.int(),
      notFailed: z.int().describe("Named by id, and nothing that failed."),
      notFound: z.int(),
    }),
    seconds: z.int().describe("How long it takes at the rate asked for."),
  })
  .meta({ id: "RedeliveryPreview" });
export type RedeliveryPreview = z.infer<typeof redeliveryPreviewSchema>;

export const redeliverySchema = z
  .object({
    id: z.string(),
    kind: z.enum(REDELIVERY_KINDS),
    webhookId: z.string().nullable().describe("The one webhook of a replay."),
    status: z.enum(REDELIVERY_STATUSES),
    total: z.int(),
    isExact: z.boolean().describe("False while the total is only a lower bound."),
    done: z.int(),
    skipped: z.int().describe("Counted at the start, and no longer to be sent when their turn came."),
    ratePerSecond: z.int(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: "Redelivery" });
export type Redelivery = z.infer<typeof redeliverySchema>;

/** What begins a bulk retry is told which of the ids it named are no delivery's. */
export const retriedManySchema = redeliverySchema.extend({ notFound: z.array(z.string()) }).meta({ id: "RetriedMany" });
export type RetriedMany = z.infer<typeof retriedManySchema>;
