/** Publishing over the API: one event, or a batch that is accepted as a whole. */
import { authorize, type Actor } from "../accounts/actor";
import { batched } from "../batched";
import { AppError, invalid } from "../core/errors";
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
import { turns } from "../turns";
import {
  earlierAnswer,
  findEarlier,
  idempotencyOf,
  insertEvents,
  newEvents,
  viewPublished,
  type Idempotency,
  type Publish,
  type RunSql,
} from "./insert-events";
import { checkPublish, isHeavy, type ToCheck } from "./publishing-rules";

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
  const checked = await check({ accountId, events, pathOf }, idempotency);
  if ("earlier" in checked) return checked.earlier;
  const publish = { accountId, events: newEvents(events, path, checked.warnings), idempotency };
  const webhookIds = await insertAsFits(publish);
  if (!webhookIds) return earlierAnswer(run, accountId, idempotency ?? { key: "", requestHash: "" });
  void ring([...new Set(webhookIds.flat())]);
  return publish.events.map((event, index) => viewPublished(event, webhookIds[index]?.length ?? 0));
}

/** What was accepted once has its answer, also where it would be refused by now. @throws AppError */
async function check(toCheck: ToCheck, idempotency: Idempotency | undefined) {
  try {
    return { warnings: await checkPublish(run, toCheck) };
  } catch (error) {
    if (!idempotency || !(error instanceof AppError)) throw error;
    const earlier = await findEarlier(run, toCheck.accountId, idempotency);
    if (!earlier) throw error;
    return { earlier };
  }
}

const MAX_GROUP_EVENTS = 500;
const MAX_GROUPS_UNDER_WAY = 2;
const GROUP = {
  weightOf: ({ events }: Publish) => events.length,
  maxWeight: MAX_GROUP_EVENTS,
  isWorthIsolating: (error: unknown) => !isUnavailable(error),
};
const insertGroup = async (publishes: Publish[]) => (await insert(publishes)) ?? [];
const insertWithOthers = batched(insertGroup, { ...GROUP, maxUnderWay: MAX_GROUPS_UNDER_WAY });

const MAX_HEAVY_UNDER_WAY = 3;
const MAX_HEAVY_ACCOUNTS = 1_000;
const heavyTurns = turns({ max: MAX_HEAVY_UNDER_WAY });
const heavyOf = new Map<string, typeof insertWithOthers>();

/** An account's filters, or its thousands of webhooks, hold up its own publishing and nobody else's. */
function insertHeavy(publish: Publish): ReturnType<typeof insertWithOthers> {
  const { accountId } = publish;
  let insertOwn = heavyOf.get(accountId);
  if (!insertOwn) {
    if (heavyOf.size >= MAX_HEAVY_ACCOUNTS) heavyOf.clear();
    insertOwn = batched((publishes: Publish[]) => heavyTurns(accountId, () => insertGroup(publishes)), GROUP);
    heavyOf.set(accountId, insertOwn);
  }
  return insertOwn(publish);
}

/**
 * Whoever brings an idempotency key may have to wait for another's transaction, so they go alone.
 * @returns the webhooks of each event; undefined where the idempotency key is taken
 */
async function insertAsFits(publish: Publish): Promise<string[][] | undefined> {
  const { accountId, events, idempotency } = publish;
  const isMuch = await isHeavy(run, accountId, events.length);
  if (!idempotency) return isMuch ? insertHeavy(publish) : insertWithOthers(publish);
  const insertAlone = async () => (await insert([publish]))?.[0];
  return isMuch ? heavyTurns(accountId, insertAlone) : insertAlone();
}

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
