/** Publishing over the API: one event, or a batch that is accepted as a whole. */
import { authorize, type Actor } from "../accounts/actor";
import { batched } from "../batched";
import { invalid } from "../core/errors";
import {
  IDEMPOTENCY_KEY,
  publishBatchSchema,
  publishEventSchema,
  type PublishedEvent,
  type PublishEvent,
} from "../core/event";
import { hotPool } from "../db";
import { isUnavailable } from "../db-errors";
import { ensurePartitions } from "../deliveries/partitions";
import { ring } from "../queue";
import {
  earlierAnswer,
  idempotencyOf,
  insertEvents,
  newEvents,
  viewPublished,
  type Publish,
  type RunSql,
} from "./insert-events";
import { checkPublish } from "./publishing-rules";

/**
 * Accepts one event.
 * @param input as parseJson gave it; checked here
 * @param idempotencyKey the same key and body give the same answer for 24 h
 * @throws AppError conflict where the key came with another body before
 */
export async function acceptEvent(actor: Actor, input: unknown, idempotencyKey?: string): Promise<PublishedEvent> {
  authorize(actor, "events:write");
  const event = publishEventSchema.parse(input);
  const [published] = await accept(actor, {
    events: [event],
    path: () => "data",
    pathOf: (_, field) => field,
    body: event,
    idempotencyKey,
  });
  if (!published) throw new Error("an accepted event has an answer");
  return published;
}

/** Accepts all events of a batch, or none; errors name the event: `events.3.type`. */
export async function acceptBatch(actor: Actor, input: unknown, idempotencyKey?: string): Promise<PublishedEvent[]> {
  authorize(actor, "events:write");
  const batch = publishBatchSchema.parse(input);
  return accept(actor, {
    events: batch.events,
    path: (index) => `events.${index}`,
    pathOf: (index, field) => `events.${index}.${field}`,
    body: batch,
    idempotencyKey,
  });
}

interface Acceptance {
  events: PublishEvent[];
  /** Names an event, and a field of one, in an error. */
  path: (index: number) => string;
  pathOf: (index: number, field: string) => string;
  body: unknown;
  idempotencyKey: string | undefined;
}

async function accept(
  { accountId }: Actor,
  { events, path, pathOf, body, idempotencyKey }: Acceptance,
): Promise<PublishedEvent[]> {
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    throw invalid({ "Idempotency-Key": "Use 1 to 255 visible ASCII characters." });
  }
  const idempotency = idempotencyKey ? idempotencyOf(idempotencyKey, body) : undefined;
  const warnings = await checkPublish(run, { accountId, events, pathOf });
  const publish = { accountId, events: newEvents(events, path, warnings), idempotency };
  const webhookIds = idempotency ? (await insert([publish]))?.[0] : await insertWithOthers(publish);
  if (!webhookIds) return earlierAnswer(run, accountId, idempotency ?? { key: "", requestHash: "" });
  void ring([...new Set(webhookIds.flat())]);
  return publish.events.map((event, index) => viewPublished(event, webhookIds[index]?.length ?? 0));
}

const MAX_GROUP_EVENTS = 500;
const MAX_GROUPS_UNDER_WAY = 2;

/** Whoever brings an idempotency key may have to wait for another's transaction, so they go alone. */
const insertWithOthers = batched(async (publishes: Publish[]) => (await insert(publishes)) ?? [], {
  weightOf: ({ events }) => events.length,
  maxWeight: MAX_GROUP_EVENTS,
  maxUnderWay: MAX_GROUPS_UNDER_WAY,
  isWorthIsolating: (error) => !isUnavailable(error),
});

/** No partition for the id's week: check_violation. */
const NO_PARTITION = "23514";

async function insert(publishes: Publish[]): Promise<string[][][] | undefined> {
  try {
    return await insertEvents(run, publishes);
  } catch (error) {
    if ((error as { code?: string }).code !== NO_PARTITION) throw error;
    // The worker makes partitions weeks ahead; this is for a system whose worker was away that long.
    await ensurePartitions();
    return insertEvents(run, publishes);
  }
}

const run: RunSql = async <Row extends object>(name: string, text: string, values: unknown[]) =>
  (await hotPool().query<Row>({ name, text, values })).rows;
