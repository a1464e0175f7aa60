/** Weekly partitions of events, deliveries and attempts, made ahead of time. */
import { pool } from "../db";

const WEEKS_AHEAD = 4;

/** Makes what is missing from this week to four weeks ahead. */
export async function ensurePartitions(): Promise<void> {
  await pool().query("SELECT ensure_partitions(now(), now() + make_interval(weeks => $1))", [WEEKS_AHEAD]);
}

/** A partition is named by the Monday it begins with, and retention drops whole ones. */
const OLDEST = `
SELECT min(to_date(right(relname, 8), 'YYYYMMDD')::timestamp AT TIME ZONE 'UTC') AS at
FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'events'::regclass`;

/** @returns since when events are kept */
export async function oldestPartition(): Promise<Date | null> {
  return (await pool().query<{ at: Date | null }>(OLDEST)).rows[0]?.at ?? null;
}
