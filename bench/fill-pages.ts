/** What pages are measured on: an account with hundreds of webhooks, each with a day behind it, and a million deliveries. */
import { pool } from "../lib/db";
import { foldRollups } from "../lib/rollups/fold";
import { ALL_TYPES } from "../lib/rollups/rows";
import { makeBacklog, makeWebhooks } from "./fill";

const TITLES = [
  "CRM sync",
  "n8n lead alert",
  "Analytics",
  "Data warehouse",
  "Support desk",
  "Zapier message",
  "Billing",
];
const titleOf = (index: number) => `${TITLES[index % TITLES.length]} ${Math.floor(index / TITLES.length) + 1}`;

/** One in ten fails, one in ten is paused, one in twenty is disabled. */
const LOOKS = `
UPDATE webhooks SET title = its.title, events = its.events,
  status = CASE WHEN n % 20 = 7 THEN 'disabled' WHEN n % 10 = 3 THEN 'paused' ELSE 'active' END,
  disabled_reason = CASE WHEN n % 20 = 7 THEN 'gone' END,
  disabled_at = CASE WHEN n % 20 = 7 THEN now() - interval '2 days' END
FROM (SELECT id, n, title, CASE WHEN n % 3 = 0 THEN ARRAY['*'] ELSE ARRAY['contact.*', 'lead.captured'] END AS events
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t (id, title, n)) AS its
WHERE webhooks.id = its.id`;

const HEALTH = `
INSERT INTO webhook_health (webhook_id, hits, last_hit_at, last_success_at, last_failure_at, consecutive_failures, failing_since)
SELECT id, 2400 + n * 37, now() - n * interval '7 seconds', now() - n * interval '7 seconds' - isbad * interval '3 hours',
  now() - interval '20 minutes', 40 * isbad, CASE WHEN isbad = 1 THEN now() - interval '3 hours' END
FROM (SELECT id, n, CASE WHEN n % 10 = 5 THEN 1 ELSE 0 END AS isbad
  FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n)) AS its
ON CONFLICT (webhook_id) DO UPDATE SET hits = excluded.hits, last_hit_at = excluded.last_hit_at,
  last_success_at = excluded.last_success_at, last_failure_at = excluded.last_failure_at,
  consecutive_failures = excluded.consecutive_failures, failing_since = excluded.failing_since`;

const UNTIL = "date_trunc('hour', now())";
/** Each hour two event types, most of it succeeding; the last three of what fails don't. */
const HOURS = `
INSERT INTO rollup_hours
SELECT id, at, type, outcome, result, bucket, 20 + (n * 7 + extract(hour FROM at)::int * 13) % 60, 4000
FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n),
  generate_series(${UNTIL} - interval '24 hours', ${UNTIL} - interval '1 hour', '1 hour') AS at,
  (VALUES ('contact.created'), ('lead.captured')) AS types (type),
  (VALUES ('succeeded', '200', 12), ('succeeded', '200', 14), ('failed', '401', 11)) AS endings (outcome, result, bucket)
WHERE (outcome = 'failed') = (n % 10 = 5 AND at >= ${UNTIL} - interval '3 hours')`;
const HOURS_OF_ALL = `
INSERT INTO rollup_hours
SELECT webhook_id, at, '${ALL_TYPES}', outcome, result, latency_bucket, sum(count), sum(duration_ms)
FROM rollup_hours WHERE webhook_id = ANY ($1) GROUP BY 1, 2, 4, 5, 6`;

/** @returns uuids, the oldest first */
export async function fillWebhooks(count: number): Promise<string[]> {
  const { webhookIds } = await makeWebhooks(count, (index) => `https://hooks${index}.acme.example/v1/in`);
  const titles = webhookIds.map((_, index) => titleOf(index));
  await pool().query("SELECT ensure_partitions(now() - interval '2 days', now())");
  await pool().query(LOOKS, [webhookIds, titles]);
  await pool().query(HEALTH, [webhookIds]);
  await pool().query(`UPDATE rollup_progress SET folded_until = ${UNTIL}`);
  for (const sql of [HOURS, HOURS_OF_ALL]) await pool().query(sql, [webhookIds]);
  await foldRollups();
  await pool().query("VACUUM ANALYZE webhooks, webhook_health, rollup_hours, rollup_minutes");
  return webhookIds;
}

/** One in twenty has failed, one in ten is pending. */
export async function fillDeliveries(webhookIds: readonly string[], count: number): Promise<void> {
  await makeBacklog(webhookIds, count);
  await pool().query(
    `UPDATE deliveries SET status = CASE WHEN n % 20 = 0 THEN 'failed' ELSE 'succeeded' END, attempts = 1,
       finished_at = now(), next_attempt_at = NULL,
       response_code = CASE WHEN n % 20 = 0 THEN 503 ELSE 200 END, error = CASE WHEN n % 20 = 0 THEN 'http_status' END
     FROM (SELECT id AS its, row_number() OVER (ORDER BY id) AS n FROM deliveries) AS numbered
     WHERE id = its AND n % 10 <> 1`,
  );
  await pool().query("VACUUM ANALYZE events, deliveries");
}
