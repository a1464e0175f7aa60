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
 * Which webhooks a type reaches is looked up once for each kind: an account, a type, and whom to leave out. Where one of them has a filter,
 * each event's data is asked, too. Fifty publishes at once with one
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
  SELECT number, account_id, type, webhook_ids, order_bys, CASE WHEN is_filtered THEN filter_paths END AS filter_paths
  FROM unnest($5::uuid[], $6::text[], $7::text[], $11::uuid[]) WITH ORDINALITY
      AS t (account_id, type, patterns, left_out, number),
    LATERAL (
      SELECT coalesce(array_agg(id), '{}') AS webhook_ids, array_agg(order_by) AS order_bys,
        array_agg(filter_path) AS filter_paths, count(filter_path) > 0 AS is_filtered
      FROM webhooks
      WHERE webhooks.account_id = t.account_id AND deleted_at IS NULL AND events && string_to_array(t.patterns, ' ')
        AND webhooks.id IS DISTINCT FROM t.left_out
    ) AS subscribed
  WHERE $8::text IS NULL OR EXISTS (SELECT FROM guard)
), input AS MATERIALIZED (
  SELECT t.id, t.kind, t.timestamp, t.data, t.warnings, kind.account_id, kind.type, kind.webhook_ids, kind.order_bys,
    CASE WHEN kind.filter_paths IS NOT NULL THEN ARRAY(
      SELECT place FROM unnest(kind.filter_paths) WITH ORDINALITY AS target (filter_path, place)
      WHERE filter_path IS NULL OR t.data::jsonb @@ filter_path::jsonpath IS TRUE
    ) END AS wanting
  FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $10::text[]) AS t (id, kind, timestamp, data, warnings)
    JOIN kind ON kind.number = t.kind
), delivery AS (
  INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at, order_key)
  SELECT uuid_v7(), account_id, webhook_id, input.id, type, 'event', now(),
    CASE WHEN order_by IS NOT NULL THEN order_key(data, order_by) END
  FROM input, unnest(webhook_ids, order_bys) WITH ORDINALITY AS target (webhook_id, order_by, place)
  WHERE wanting IS NULL OR place = ANY (wanting)
), event AS (
  INSERT INTO events (id, account_id, type, timestamp, data, deliveries, warnings)
  SELECT id, account_id, type, timestamp, data, coalesce(cardinality(wanting), cardinality(webhook_ids)), warnings::json
  FROM input
)
SELECT number::int, NULL::uuid AS event_id, webhook_ids FROM kind
UNION ALL
SELECT kind, id, ARRAY(SELECT webhook_ids[place] FROM unnest(wanting) AS place) FROM input WHERE wanting IS NOT NULL`;

const EARLIER = `
SELECT keys.request_hash, keys.created_at > now() - interval '24 hours' AS is_valid, events.id, events.type, events.timestamp, events.deliveries, events.warnings
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
  /** Where the data is not as the type's schema says. */
  warnings?: Warnings | undefined;
}

export type Warnings = NonNullable<PublishedEvent["warnings"]>;

/** As they are stored with an event. */
export const warningsOf = ({ warnings }: { warnings: unknown }): { warnings?: Warnings } =>
  warnings ? { warnings: warnings as Warnings } : {};

/** What one publish writes, all or nothing. */
export interface Publish {
  /** uuid */
  accountId: string;
  /** In the order of acceptance, which is that of their ids. */
  events: NewEvent[];
  idempotency?: Idempotency | undefined;
  /** uuid of a webhook that doesn't get them, whatever it is subscribed to. */
  leftOut?: string | undefined;
}

export interface Idempotency {
  key: string;
  /** Tells one body from another. */
  requestHash: string;
}

/** Runs one SQL statement. */
export type RunSql = <Row extends object>(name: string, text: string, values: unknown[]) => Promise<Row[]>;

/** @param events parsed; @param path names an event in an error @throws AppError payload_too_large */
export function newEvents(
  events: readonly PublishEvent[],
  path: (index: number) => string,
  warnings?: ReadonlyMap<PublishEvent, Warnings>,
): NewEvent[] {
  return events.map((event, index) => {
    const { type, data, timestamp } = event;
    const json = JSON.stringify(data);
    if (Buffer.byteLength(json) > MAX_EVENT_BYTES) throw tooLarge(path(index));
    return {
      id: newId(),
      type,
      timestamp: new Date(timestamp ?? Date.now()),
      data: json,
      warnings: warnings?.get(event),
    };
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
  const kinds = new Map<string, { number: number; accountId: string; type: string; leftOut: string | undefined }>();
  const kindOf = ({ accountId, leftOut }: Publish, type: string) => {
    const name = leftOut === undefined ? `${accountId} ${type}` : `${accountId} ${type} ${leftOut}`;
    const known = kinds.get(name);
    if (known) return known.number;
    kinds.set(name, { number: kinds.size + 1, accountId, type, leftOut });
    return kinds.size;
  };
  const events = publishes.flatMap((publish) => publish.events);
  const kindNumbers = publishes.map((publish) => publish.events.map(({ type }) => kindOf(publish, type)));
  const idempotency = publishes[0]?.idempotency;
  const hasWarnings = events.some(({ warnings }) => warnings !== undefined);
  const rows = await run<Reached>("publish", INSERT, [
    events.map(({ id }) => id),
    kindNumbers.flat(),
    events.map(({ timestamp }) => timestamp.toISOString()),
    events.map(({ data }) => data),
    [...kinds.values()].map(({ accountId }) => accountId),
    [...kinds.values()].map(({ type }) => type),
    [...kinds.values()].map(({ type }) => patternsMatching(type).join(" ")),
    idempotency?.key ?? null,
    idempotency?.requestHash ?? null,
    hasWarnings ? events.map(({ warnings }) => (warnings ? JSON.stringify(warnings) : null)) : null,
    [...kinds.values()].map(({ leftOut }) => leftOut ?? null),
  ]);
  if (rows.length === 0) return undefined;
  const reached = new Map(rows.map((row) => [row.event_id ?? row.number, row.webhook_ids]));
  return publishes.map((publish, index) =>
    publish.events.map(({ id }, at) => reached.get(id) ?? reached.get(kindNumbers[index]?.[at] ?? 0) ?? []),
  );
}

interface Reached {
  number: number;
  /** Null where all events of a kind reach the same webhooks. */
  event_id: string | null;
  webhook_ids: string[];
}

export function viewPublished(
  { id, type, timestamp, warnings }: Omit<NewEvent, "data">,
  deliveries: number,
): PublishedEvent {
  const event = { id: encodeId("event", id), type, timestamp: timestamp.toISOString(), deliveries };
  return warnings ? { ...event, warnings } : event;
}

interface Earlier {
  request_hash: string;
  is_valid: boolean;
  id: string;
  type: string;
  timestamp: Date;
  deliveries: number;
  warnings: Warnings | null;
}

/**
 * The answer that an idempotency key got the first time.
 * @throws AppError conflict where the key came with another body
 */
export async function earlierAnswer(
  run: RunSql,
  accountId: string,
  idempotency: Idempotency,
): Promise<PublishedEvent[]> {
  const rows = await run<Earlier>("earlier", EARLIER, [accountId, idempotency.key]);
  return answerOf(rows, idempotency);
}

/** The same, where there was one within 24 h. */
export async function findEarlier(
  run: RunSql,
  accountId: string,
  idempotency: Idempotency,
): Promise<PublishedEvent[] | undefined> {
  const rows = await run<Earlier>("earlier", EARLIER, [accountId, idempotency.key]);
  return rows[0]?.is_valid ? answerOf(rows, idempotency) : undefined;
}

function answerOf(rows: readonly Earlier[], { requestHash }: Idempotency): PublishedEvent[] {
  if (rows[0]?.request_hash === requestHash)
    return rows.map((row) => viewPublished({ ...row, warnings: row.warnings ?? undefined }, row.deliveries));
  throw new AppError("conflict", "This Idempotency-Key was used with another body.", {
    "Idempotency-Key": "Use a new key for a new event.",
  });
}
