/** Weekly partitions of events, deliveries and attempts, made ahead of time. */
import { pool } from "../db";

const WEEKS_AHEAD = 4;

/** Makes what is missing from this week to four weeks ahead. */
export async function ensurePartitions(): Promise<void> {
  await pool().query("SELECT ensure_partitions(now(), now() + make_interval(weeks => $1))", [WEEKS_AHEAD]);
}
