/**
 * Accepted means committed: one statement writes the events of one or many publishes, a delivery of each for every
 * subscribed webhook, and the idempotency key that they came with.
 */
import { createHash } from "node:crypto";
import { AppError } from "../core/errors";
import { MAX_EVENT_BYTES, type PublishedEvent, type PublishEvent } from "../core/event";
import { encodeId } from "../core/ids";
import { patternsMatching } from "../core/subscription";
import { newId } from "../new-id";

/**
 * Which webhooks a type reaches is looked up once for each kind: an account and a type. Fifty publishes at once with one
 * idempotency key: one inserts it, the others wait for that and then find its row. Keys live 24 h.
 */
const INSERT = `
WITH guard AS (
  INSERT INTO idempotency_keys (account_id, key, request_hash, event_ids)
  SELECT ($5::uuid[])[1], $8, $9, $1 WHERE $8::text IS NOT NULL
  ON CONFLICT (account_id, key) DO UPDATE
    SET request_hash = excluded.request_hash, event_ids = excluded.event_ids, created_at = now()
    WHERE idempotency_keys.created_at < now() - interval '24 hours'
  RETURNING 1
), kind AS MATERIALIZED (
  SELECT number, account_id, type, webhook_ids, order_bys
  FROM unnest($5::uuid[], $6::text[], $7::text[]) WITH ORDINALITY AS t (account_id, type, patterns, number),
    LATERAL (
      SELECT coalesce(array_agg(id), '{}') AS webhook_ids, array_agg(order_by) AS order_bys
      FROM webhooks
      WHERE webhooks.account_id = t.account_id AND deleted_at IS NULL AND events && string_to_array(t.patterns, ' ')
    ) AS subscribed
  WHERE $8::text IS NULL OR EXISTS (SELECT FROM guard)
), input AS MATERIALIZED (
  SELECT t.id, t.timestamp, t.data, kind.account_id, kind.type, kind.webhook_ids, kind.order_bys
  FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[]) AS t (id, kind, timestamp, data)
    JOIN kind ON kind.number = t.kind
), delivery AS (
  INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at, order_key)
  SELECT uuid_v7(), account_id, webhook_id, input.id, type, 'event', now(),
    CASE WHEN order_by IS NOT NULL THEN order_key(data, order_by) END
  FROM input, unnest(webhook_ids, order_bys) AS target (webhook_id, order_by)
), event AS (
  INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
  SELECT id, account_id, type, timestamp, data, cardinality(webhook_ids) FROM input
)
SELECT webhook_ids FROM kind ORDER BY number`;

const EARLIER = `
SELECT keys.request_hash, events.id, events.type, events.timestamp, events.deliveries
FROM idempotency_keys keys JOIN events ON events.id = ANY (keys.event_ids) AND events.account_id = keys.account_id
WHERE keys.account_id = $1::uuid AND keys.key = $2
ORDER BY array_position(keys.event_ids, events.id)`;

export interface NewEvent {
  /** uuid */
  id: string;
  type: string;
  timestamp: Date;
  /** JSON */
  data: string;
}

/** What one publish writes, all or nothing. */
export interface Publish {
  /** uuid */
  accountId: string;
  /** In the order of acceptance, which is that of their ids. */
  events: NewEvent[];
  idempotency?: Idempotency | undefined;
}

export interface Idempotency {
  key: string;
  /** Tells one body from another. */
  requestHash: string;
}

/** Runs one SQL statement. */
export type RunSql = <Row extends object>(name: string, text: string, values: unknown[]) => Promise<Row[]>;

/** @param events parsed; @param path names an event in an error @throws AppError payload_too_large */
export function newEvents(events: readonly PublishEvent[], path: (index: number) => string): NewEvent[] {
  return events.map(({ type, data, timestamp }, index) => {
    const json = JSON.stringify(data);
    if (Buffer.byteLength(json) > MAX_EVENT_BYTES) throw tooLarge(path(index));
    return { id: newId(), type, timestamp: new Date(timestamp ?? Date.now()), data: json };
  });
}

function tooLarge(path: string): AppError {
  const problem = `An event may have at most ${MAX_EVENT_BYTES / 1024} KiB.`;
  return new AppError("payload_too_large", `${path}: ${problem}`, { [path]: problem });
}

export function idempotencyOf(key: string, body: unknown): Idempotency {
  return { key, requestHash: createHash("sha256").update(JSON.stringify(body)).digest("hex") };
}

/**
 * Writes publishes in one statement: all of them, or none.
 * @param publishes one with an idempotency key stands alone
 * @returns for each, the webhooks of each of its events; undefined where the idempotency key is taken
 */
export async function insertEvents(run: RunSql, publishes: readonly Publish[]): Promise<string[][][] | undefined> {
  const kinds = new Map<string, { number: number; accountId: string; type: string }>();
  const kindOf = (accountId: string, type: string) => {
    const name = `${accountId} ${type}`;
    const known = kinds.get(name);
    if (known) return known.number;
    kinds.set(name, { number: kinds.size + 1, accountId, type });
    return kinds.size;
  };
  const events = publishes.flatMap((publish) => publish.events);
  const kindNumbers = publishes.map(({ accountId, events }) => events.map(({ type }) => kindOf(accountId, type)));
  const idempotency = publishes[0]?.idempotency;
  const rows = await run<{ webhook_ids: string[] }>("publish", INSERT, [
    events.map(({ id }) => id),
    kindNumbers.flat(),
    events.map(({ timestamp }) => timestamp.toISOString()),
    events.map(({ data }) => data),
    [...kinds.values()].map(({ accountId }) => accountId),
    [...kinds.values()].map(({ type }) => type),
    [...kinds.values()].map(({ type }) => patternsMatching(type).join(" ")),
    idempotency?.key ?? null,
    idempotency?.requestHash ?? null,
  ]);
  if (rows.length === 0) return undefined;
  return kindNumbers.map((numbers) => numbers.map((number) => rows[number - 1]?.webhook_ids ?? []));
}

export function viewPublished({ id, type, timestamp }: Omit<NewEvent, "data">, deliveries: number): PublishedEvent {
  return { id: encodeId("event", id), type, timestamp: timestamp.toISOString(), deliveries };
}

interface Earlier {
  request_hash: string;
  id: string;
  type: string;
  timestamp: Date;
  deliveries: number;
}

/**
 * The answer that an idempotency key got the first time.
 * @throws AppError conflict where the key came with another body
 */
export async function earlierAnswer(
  run: RunSql,
  accountId: string,
  { key, requestHash }: Idempotency,
): Promise<PublishedEvent[]> {
  const rows = await run<Earlier>("earlier", EARLIER, [accountId, key]);
  if (rows[0]?.request_hash === requestHash) return rows.map((row) => viewPublished(row, row.deliveries));
  throw new AppError("conflict", "This Idempotency-Key was used with another body.", {
    "Idempotency-Key": "Use a new key for a new event.",
  });
}
