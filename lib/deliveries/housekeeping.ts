/** What the worker does beside delivering: it says that it lives, and clears what has had its time. */
import { pool } from "../db";

/** @param id the worker process's own uuid */
export async function markWorkerSeen(id: string): Promise<void> {
  await pool().query("INSERT INTO workers (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen_at = now()", [id]);
}

/** @returns when any worker was last seen */
export async function workerLastSeen(): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>("SELECT max(seen_at) AS at FROM workers");
  return rows[0]?.at ?? null;
}

const OUTDATED = [
  "DELETE FROM idempotency_keys WHERE created_at < now() - interval '25 hours'",
  "DELETE FROM sign_in_failures WHERE at < now() - interval '1 day'",
  "DELETE FROM sessions WHERE expires_at < now()",
  "DELETE FROM inspected_requests WHERE received_at < now() - interval '1 day'",
  "DELETE FROM workers WHERE seen_at < now() - interval '1 day'",
];

export async function deleteOutdated(): Promise<void> {
  for (const statement of OUTDATED) await pool().query(statement);
}
