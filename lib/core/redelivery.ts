/** Many deliveries again: a bulk retry sends what failed once more, a replay delivers past events anew. */
import { z } from "zod";
import { ATTEMPT_ERRORS } from "./attempt";
import { isKnownPattern } from "./catalogue";
import { REDELIVERY_KINDS } from "./delivery";
import { quoteShort } from "./errors";
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
  /** Counts, and does nothing. */
  dryRun: z.boolean().default(false),
  ratePerSecond: z.int(RATE_RULE).min(1, RATE_RULE).max(500, RATE_RULE).default(DEFAULT_RATE),
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
  });
export type RetryMany = z.infer<typeof retryManySchema>;
export type RetryManyInput = z.input<typeof retryManySchema>;

/** How an event ended at this webhook; `missing` where it was never meant for it. */
export const REPLAY_FATES = ["missing", "failed", "succeeded", "cancelled"] as const;

export const replaySchema = z.strictObject({
  since: z.iso.datetime({ offset: true, error: INSTANT_RULE }),
  until: instantInput.optional(),
  status: z
    .array(z.enum(REPLAY_FATES, { error: `Use ${REPLAY_FATES.join(", ")}.` }))
    .min(1, "Give at least one.")
    .optional(),
  types: z
    .array(
      z.string().refine(isKnownPattern, { error: (issue) => `There is no event type ${quoteShort(issue.input)}.` }),
    )
    .min(1, "Give at least one.")
    .max(200, "Give at most 200.")
    .optional(),
  ...common,
});
export type Replay = z.infer<typeof replaySchema>;
export type ReplayInput = z.input<typeof replaySchema>;

export const redeliveriesQuerySchema = z.strictObject({
  ...pageQuery,
  status: listOf(z.enum(REDELIVERY_STATUSES, { error: `Use ${REDELIVERY_STATUSES.join(", ")}.` })).optional(),
});
export type RedeliveriesQuery = z.infer<typeof redeliveriesQuerySchema>;

const instant = z.iso.datetime();

/** What would be done, counted. */
export const redeliveryPreviewSchema = z.object({
  count: z.int(),
  /** False where there is more than was counted. */
  isExact: z.boolean(),
  webhooks: z.int(),
  /** How many of them wait until their webhook is resumed. */
  held: z.int(),
  /** When the oldest and the newest of them was made; null where there is none. */
  from: instant.nullable(),
  to: instant.nullable(),
  leftOut: z.object({
    /** A later delivery of the same event to the same webhook has arrived. */
    alreadyDelivered: z.int(),
    /** One of the same event is on its way. */
    underWay: z.int(),
    webhookDeleted: z.int(),
    /** Named by id, and nothing that failed. */
    notFailed: z.int(),
    notFound: z.int(),
  }),
  /** How long it takes at the rate asked for. */
  seconds: z.int(),
});
export type RedeliveryPreview = z.infer<typeof redeliveryPreviewSchema>;

export const redeliverySchema = z.object({
  id: z.string(),
  kind: z.enum(REDELIVERY_KINDS),
  /** The one webhook of a replay. */
  webhookId: z.string().nullable(),
  status: z.enum(REDELIVERY_STATUSES),
  total: z.int(),
  /** False while the total is only a lower bound. */
  isExact: z.boolean(),
  done: z.int(),
  /** Counted at the start, and no longer to be sent when their turn came. */
  skipped: z.int(),
  ratePerSecond: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type Redelivery = z.infer<typeof redeliverySchema>;

/** What begins a bulk retry is told which of the ids it named are no delivery's. */
export const retriedManySchema = redeliverySchema.extend({ notFound: z.array(z.string()) });
export type RetriedMany = z.infer<typeof retriedManySchema>;
