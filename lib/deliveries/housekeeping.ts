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

/** Ids rise with time. */
const OLD = "id < uuid_v7_floor(now() - interval '90 days')";

const OUTDATED = [
  "DELETE FROM idempotency_keys WHERE created_at < now() - interval '25 hours'",
  "DELETE FROM sign_in_failures WHERE at < now() - interval '1 day'",
  "DELETE FROM sessions WHERE expires_at < now()",
  "DELETE FROM inspected_requests WHERE received_at < now() - interval '1 day'",
  "DELETE FROM workers WHERE seen_at < now() - interval '1 day'",
  `DELETE FROM notice_messages WHERE notice_id IN (SELECT id FROM notices WHERE ${OLD})`,
  `DELETE FROM notices WHERE ${OLD}`,
  `DELETE FROM incidents WHERE ${OLD} AND closed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM notices WHERE incident_id = incidents.id)`,
];

export async function deleteOutdated(): Promise<void> {
  for (const statement of OUTDATED) await pool().query(statement);
  await pool().query(DELETE_DRAFTS);
}

/** Tests before saving, an hour after somebody looked at them, with all there is of them. */
const DELETE_DRAFTS = `
WITH draft AS (
  SELECT id FROM webhooks WHERE is_draft AND id < uuid_v7_floor(now() - interval '1 hour')
), delivery AS (
  DELETE FROM deliveries WHERE webhook_id IN (SELECT id FROM draft) RETURNING id, event_id
), attempt AS (
  DELETE FROM attempts WHERE delivery_id IN (SELECT id FROM delivery)
), event AS (
  DELETE FROM events WHERE id IN (SELECT event_id FROM delivery)
), health AS (
  DELETE FROM webhook_health WHERE webhook_id IN (SELECT id FROM draft)
), pace AS (
  DELETE FROM webhook_paces WHERE webhook_id IN (SELECT id FROM draft)
)
DELETE FROM webhooks WHERE id IN (SELECT id FROM draft)`;
