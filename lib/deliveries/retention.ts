/**
 * Retention: a week is dropped once all of it is older than what is kept, so up to seven days later. Deliveries, attempts
 * and rollups go by their own age, an event takes what is left of its deliveries along.
 */
import type pg from "pg";
import { MINUTES_KEPT_DAYS } from "../core/stats-buckets";
import { inTransaction, pool } from "../db";
import { log } from "../log";

const DAY_MS = 86_400_000;

/** Dropping waits for those who read the table, and everybody else waits behind it: rather gives up and comes again. */
const WAIT_MS = 500;
const GAVE_UP = "55P03";

/** By the name of each partition, the Monday it begins with. Before events go, so do their deliveries. */
const OUTDATED = `
SELECT child.relname AS name, keep.parent, week.ends_at AS "endsAt"
FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS keep (parent, since, position)
JOIN pg_inherits ON inhparent = keep.parent::regclass
JOIN pg_class AS child ON child.oid = inhrelid
CROSS JOIN LATERAL (
  SELECT (to_date(right(child.relname, 8), 'YYYYMMDD') + 7)::timestamp AT TIME ZONE 'UTC' AS ends_at
) AS week
WHERE week.ends_at <= keep.since AND (
  keep.parent <> 'rollup_minutes' OR week.ends_at <= (SELECT folded_until FROM rollup_progress))
ORDER BY keep.position, week.ends_at`;

interface Partition {
  name: string;
  parent: string;
  endsAt: Date;
}

/**
 * Drops every week that is outdated, one after another. Where one can't be had at once, the rest waits for the next time.
 * @param now only for those with a clock of their own
 */
export async function dropOutdated(retentionDays: number, now = new Date()): Promise<void> {
  const keptDays = {
    deliveries: retentionDays,
    attempts: retentionDays,
    events: retentionDays,
    rollup_minutes: MINUTES_KEPT_DAYS,
    rollup_hours: 2 * retentionDays,
    rollup_days: 2 * retentionDays,
  };
  const since = Object.values(keptDays).map((days) => new Date(now.getTime() - days * DAY_MS));
  const { rows } = await pool().query<Partition>(OUTDATED, [Object.keys(keptDays), since]);
  for (const partition of rows) {
    // Events never go before their deliveries.
    if (!(await drop(partition)))
      return log.warn({ partition: partition.name }, "an outdated week is being read, and stays for now");
    log.info({ partition: partition.name }, "an outdated week was dropped");
  }
}

async function drop(partition: Partition): Promise<boolean> {
  if (partition.parent === "events") while (await deleteLeft(pool(), partition));
  try {
    await inTransaction(pool(), async (client) => {
      await client.query(`SET LOCAL lock_timeout = ${WAIT_MS}`);
      // The parent first, as everybody who uses it does.
      await client.query(`LOCK TABLE ONLY ${partition.parent} IN ACCESS EXCLUSIVE MODE`);
      if (partition.parent === "events") await deleteLeft(client, partition);
      await client.query(`DROP TABLE IF EXISTS ${partition.name}`);
    });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === GAVE_UP) return false;
    throw error;
  }
}

const PORTION = 10_000;

/** Replays make deliveries that are younger than their event. Without it they could neither be sent nor explained. */
const DELETE_LEFT = `
DELETE FROM deliveries WHERE id IN (
  SELECT id FROM deliveries WHERE event_id < uuid_v7_floor($1) AND id >= uuid_v7_floor($1) LIMIT ${PORTION}
)`;

/** @returns whether there may be more */
async function deleteLeft(connection: Pick<pg.PoolClient, "query">, { endsAt }: Partition): Promise<boolean> {
  return (await connection.query(DELETE_LEFT, [endsAt])).rowCount === PORTION;
}
