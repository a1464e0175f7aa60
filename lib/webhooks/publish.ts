/** Publishing: accepted means committed. One statement writes the event and a delivery for every subscribed webhook. */
import { createHash } from "node:crypto";
import { authorize, type Actor } from "../accounts/actor";
import { AppError, invalid } from "../core/errors";
import { IDEMPOTENCY_KEY, publishEventSchema, type PublishedEvent, type PublishEvent } from "../core/event";
import { encodeId } from "../core/ids";
import { patternsMatching } from "../core/subscription";
import { hotPool } from "../db";
import { newId } from "../new-id";
import { ring } from "../queue";
import { ensurePartitions } from "../deliveries/partitions";

/**
 * The idempotency key is taken in the same statement: of fifty publishes at once with one key, one inserts, the others
 * wait for it and then find its row. Keys live 24 h.
 */
const PUBLISH = `
WITH guard AS (
  INSERT INTO idempotency_keys (account_id, key, request_hash, event_ids)
  SELECT $1, $6, $7, $2 WHERE $6::text IS NOT NULL
  ON CONFLICT (account_id, key) DO UPDATE
    SET request_hash = excluded.request_hash, event_ids = excluded.event_ids, created_at = now()
    WHERE idempotency_keys.created_at < now() - interval '24 hours'
  RETURNING 1
), input AS (
  SELECT id, type, timestamp, data, string_to_array(patterns, ' ') AS patterns
  FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $8::text[]) AS t (id, type, timestamp, data, patterns)
  WHERE $6::text IS NULL OR EXISTS (SELECT FROM guard)
), target AS (
  SELECT input.id AS event_id, input.type, webhooks.id AS webhook_id
  FROM input JOIN webhooks
    ON webhooks.account_id = $1 AND webhooks.deleted_at IS NULL AND webhooks.events && input.patterns
), delivery AS (
  INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at)
  SELECT uuid_v7(), $1, webhook_id, event_id, type, 'event', now() FROM target
), summary AS (
  SELECT input.id, input.type, input.timestamp, input.data,
    count(target.webhook_id)::int AS deliveries,
    coalesce(array_agg(target.webhook_id) FILTER (WHERE target.webhook_id IS NOT NULL), '{}') AS webhook_ids
  FROM input LEFT JOIN target ON target.event_id = input.id
  GROUP BY input.id, input.type, input.timestamp, input.data
), event AS (
  INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
  SELECT id, $1, type, timestamp, data, deliveries FROM summary
)
SELECT id, deliveries, webhook_ids FROM summary`;

const EARLIER = `
SELECT keys.request_hash, events.id, events.type, events.timestamp, events.deliveries
FROM idempotency_keys keys JOIN events ON events.id = ANY (keys.event_ids) AND events.account_id = keys.account_id
WHERE keys.account_id = $1 AND keys.key = $2`;

/** No partition for the id's week: check_violation. */
const NO_PARTITION = "23514";

/**
 * Accepts one event.
 * @param input as a client sent it; parsed here
 * @param idempotencyKey the same key and body give the same answer for 24 h
 * @throws AppError conflict where the key came with another body before
 */
export async function publish(actor: Actor, input: unknown, idempotencyKey?: string): Promise<PublishedEvent> {
  authorize(actor, "events:write");
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    throw invalid({ "Idempotency-Key": "Use 1 to 255 visible ASCII characters." });
  }
  const event = publishEventSchema.parse(input);
  const hash = idempotencyKey ? createHash("sha256").update(JSON.stringify(event)).digest("hex") : undefined;
  const id = newId();
  const timestamp = new Date(event.timestamp ?? Date.now());
  const row = await insert({ accountId: actor.accountId, id, event, timestamp, key: idempotencyKey, hash });
  if (!row) return earlierAnswer(actor.accountId, idempotencyKey ?? "", hash);
  void ring(row.webhook_ids);
  return {
    id: encodeId("event", id),
    type: event.type,
    timestamp: timestamp.toISOString(),
    deliveries: row.deliveries,
  };
}

interface Insertion {
  accountId: string;
  id: string;
  event: PublishEvent;
  timestamp: Date;
  key: string | undefined;
  hash: string | undefined;
}

interface Inserted {
  deliveries: number;
  webhook_ids: string[];
}

/** @returns undefined where the idempotency key is taken */
async function insert({ accountId, id, event, timestamp, key, hash }: Insertion): Promise<Inserted | undefined> {
  const patterns = patternsMatching(event.type).join(" ");
  const data = JSON.stringify(event.data);
  const values = [accountId, [id], [event.type], [timestamp], [data], key ?? null, hash ?? null, [patterns]];
  const query = { name: "publish", text: PUBLISH, values };
  try {
    return (await hotPool().query<Inserted>(query)).rows[0];
  } catch (error) {
    if ((error as { code?: string }).code !== NO_PARTITION) throw error;
    // The worker makes partitions weeks ahead; this is for a system whose worker was away that long.
    await ensurePartitions();
    return (await hotPool().query<Inserted>(query)).rows[0];
  }
}

interface Earlier {
  request_hash: string;
  id: string;
  type: string;
  timestamp: Date;
  deliveries: number;
}

async function earlierAnswer(accountId: string, key: string, hash: string | undefined): Promise<PublishedEvent> {
  const { rows } = await hotPool().query<Earlier>(EARLIER, [accountId, key]);
  const [earlier] = rows;
  if (!earlier || earlier.request_hash !== hash) {
    throw new AppError("conflict", "This Idempotency-Key was used with another body.", {
      "Idempotency-Key": "Use a new key for a new event.",
    });
  }
  const { id, type, timestamp, deliveries } = earlier;
  return { id: encodeId("event", id), type, timestamp: timestamp.toISOString(), deliveries };
}
