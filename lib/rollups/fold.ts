/**
 * Sums minutes into hours and days. Nobody reads a row twice or not at all: what is summed and how far it has got change
 * in one transaction, and no minute gets anything once it is ten minutes old (lib/deliveries/record.ts).
 */
import type pg from "pg";
import { inTransaction, pool } from "../db";
import { ADD_UP, ALL_TYPES, ROLLUP_KEY } from "./rows";

/** A quarter of an hour at a time: the same row of an hour is written four times, not sixty. */
const PORTION_MS = 15 * 60_000;
const OPEN_MS = 10 * 60_000;
/** In one transaction, by one that was away for long. */
const MAX_MS = 24 * 3_600_000;

/** By the database's clock, as record goes by it. */
const LOCK = `
SELECT folded_until AS mark, coalesce($1, now()) AS now FROM rollup_progress FOR UPDATE SKIP LOCKED`;

/** Whether a statement that began early enough to add to these minutes has yet to end: its commit may wait for a disk. */
const IS_OPEN = `
SELECT EXISTS (
  SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE relation = 'rollup_minutes'::regclass AND mode = 'RowExclusiveLock'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND date_trunc('minute', coalesce(xact_start, '-infinity') - interval '9 minutes') < $1
) AS "isOpen"`;

/** Of what is so old that it is kept no more, the partition has gone. */
const isKept = (table: string) =>
  `to_regclass('${table}_' || to_char(date_trunc('week', at AT TIME ZONE 'UTC'), 'YYYYMMDD')) IS NOT NULL`;

/** Rows are locked in the order of their keys, as record locks them. */
const FOLD = `
WITH chosen AS (
  SELECT ${ROLLUP_KEY} FROM rollup_late WHERE at < $2 ORDER BY 1, 2, 3, 4, 5, 6 FOR UPDATE
), late AS (
  DELETE FROM rollup_late USING chosen
  WHERE (${ROLLUP_KEY.replaceAll(/(\w+)/g, "rollup_late.$1")}) = (${ROLLUP_KEY.replaceAll(/(\w+)/g, "chosen.$1")})
  RETURNING rollup_late.*
), minute AS (
  INSERT INTO rollup_minutes AS rollup (${ROLLUP_KEY}, count, duration_ms)
  SELECT ${ROLLUP_KEY}, count, duration_ms FROM late WHERE ${isKept("rollup_minutes")} ${ADD_UP}
), source AS (
  SELECT ${ROLLUP_KEY}, count, duration_ms FROM late WHERE ${isKept("rollup_hours")}
  UNION ALL SELECT ${ROLLUP_KEY}, count, duration_ms FROM rollup_minutes WHERE at >= $1 AND at < $2
), hourly AS MATERIALIZED (
  SELECT webhook_id, date_bin('1 hour', at, 'epoch') AS at, coalesce(event_type, '${ALL_TYPES}') AS event_type, outcome, result,
    latency_bucket, sum(count) AS count, sum(duration_ms) AS duration_ms
  FROM source GROUP BY GROUPING SETS (
    (webhook_id, date_bin('1 hour', at, 'epoch'), event_type, outcome, result, latency_bucket),
    (webhook_id, date_bin('1 hour', at, 'epoch'), outcome, result, latency_bucket)
  )
), hour AS (
  INSERT INTO rollup_hours AS rollup (${ROLLUP_KEY}, count, duration_ms)
  SELECT * FROM hourly ${ADD_UP}
), day AS (
  INSERT INTO rollup_days AS rollup (${ROLLUP_KEY}, count, duration_ms)
  SELECT webhook_id, date_bin('1 day', at, 'epoch'), event_type, outcome, result, latency_bucket, sum(count), sum(duration_ms)
  FROM hourly GROUP BY 1, 2, 3, 4, 5, 6 ${ADD_UP}
)
UPDATE rollup_progress SET folded_until = $2`;

/**
 * Any number of processes may call it at once: one does it.
 * @param now only for those with a clock of their own
 */
export async function foldRollups(now?: Date): Promise<void> {
  while (await inTransaction(pool(), (client) => fold(client, now)));
}

/** @returns whether there is more to do */
async function fold(client: pg.PoolClient, ownNow: Date | undefined): Promise<boolean> {
  const [progress] = (await client.query<{ mark: Date; now: Date }>(LOCK, [ownNow ?? null])).rows;
  if (!progress) return false;
  const from = progress.mark.getTime();
  const closed = Math.floor((progress.now.getTime() - OPEN_MS) / PORTION_MS) * PORTION_MS;
  const until = Math.min(Math.max(from, closed), from + MAX_MS);
  if (until > from && (await isOpen(client, until))) return false;
  await client.query(FOLD, [progress.mark, new Date(until)]);
  return until < closed;
}

async function isOpen(client: pg.PoolClient, until: number): Promise<boolean> {
  const { rows } = await client.query<{ isOpen: boolean }>(IS_OPEN, [new Date(until)]);
  return rows[0]?.isOpen ?? true;
}
