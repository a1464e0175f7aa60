/** Publishing from code that shares the database: inside a transaction of its own, so that both commit or neither does. */
import { invalid } from "../core/errors";
import { IDEMPOTENCY_KEY, publishEventSchema, type PublishedEvent } from "../core/event";
import { decodeId } from "../core/ids";
import { parseJson } from "../core/json";
import {
  earlierAnswer,
  findEarlier,
  idempotencyOf,
  insertEvents,
  newEvents,
  viewPublished,
  type RunSql,
} from "./insert-events";
import { checkPublishWithin } from "./publishing-rules";

/** An interactive transaction of any Prisma client of this database. */
export interface PublishingTransaction {
  $queryRawUnsafe: <T>(query: string, ...values: unknown[]) => Promise<T>;
}

export interface EventToPublish {
  /** `acc_…` */
  accountId: string;
  type: string;
  /** As JSON.stringify writes it; the same rules as over HTTP. */
  data: object;
  timestamp?: Date;
  /** The same key and event give the same answer for 24 h; a transaction waits for another's with the same key. */
  idempotencyKey?: string;
}

export interface PublishedInTransaction extends PublishedEvent {
  /** Once committed, the worker finds the deliveries within a second; `ring(webhookIds)` of lib/queue makes it at once. */
  webhookIds: string[];
}

/**
 * Publishes an event, if and when the transaction commits.
 * @throws AppError or ZodError for what the API would refuse; AppError conflict where the key came with another event
 */
export async function publish(
  tx: PublishingTransaction,
  { accountId: account, idempotencyKey, ...rest }: EventToPublish,
): Promise<PublishedInTransaction> {
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    throw invalid({ idempotencyKey: "Use 1 to 255 visible ASCII characters." });
  }
  const run: RunSql = (_name, text, values) => tx.$queryRawUnsafe(text, ...values);
  const event = publishEventSchema.parse(parseJson(JSON.stringify(rest)));
  const accountId = await findAccount(run, account);
  const idempotency = idempotencyKey === undefined ? undefined : idempotencyOf(idempotencyKey, event);
  const [earlier] = (idempotency && (await findEarlier(run, accountId, idempotency))) ?? [];
  // What was published once has its answer, also where it would be refused by now.
  if (earlier) return { ...earlier, webhookIds: [] };
  const warnings = await checkPublishWithin(run, { accountId, events: [event], pathOf: (_, field) => field });
  const events = newEvents([event], () => "data", warnings);
  const [webhooks] = (await insertEvents(run, [{ accountId, events, idempotency }])) ?? [];
  const webhookIds = webhooks?.[0] ?? [];
  const [published] =
    webhooks || !idempotency
      ? events.map((written) => viewPublished(written, webhookIds.length))
      : await earlierAnswer(run, accountId, idempotency);
  if (!published) throw new Error("a published event has an answer");
  return { ...published, webhookIds };
}

/** @throws AppError: an event of an account that doesn't exist would be heard by nobody */
async function findAccount(run: RunSql, id: string): Promise<string> {
  const uuid = decodeId("account", id);
  const found = uuid ? await run("account", "SELECT FROM accounts WHERE id = $1::uuid", [uuid]) : [];
  if (!uuid || found.length === 0) throw invalid({ accountId: "There is no account with this id." });
  return uuid;
}
