/** The day before the pictures are taken, as it would have been: every delivery, attempt and count agrees with the others. */
import type { Client } from "pg";

export interface Yesterday {
  title: string;
  /** As it is shown. */
  url: string;
  /** Attempts of an ordinary hour. */
  hourly: number;
  /** What its receiver has answered in the last three hours, where that was no success. */
  failsWith: { code: number; body: string } | null;
  /** How long it has been there. */
  days: number;
}

const UNTIL = "date_trunc('hour', now())";

const UUID_AT = `
CREATE FUNCTION pg_temp.uuid_at(at timestamptz) RETURNS uuid LANGUAGE sql AS $$
  SELECT (left(uuid_v7_floor(at)::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid
$$`;

/** Busier in some hours than in others; of what the webhook gets at all. $1 id, $2 hourly, $3 code, $4 body, $5 type → data */
const MAKE = `
WITH made AS MATERIALIZED (
  SELECT pg_temp.uuid_at(at) AS event_id, pg_temp.uuid_at(at + interval '4 ms') AS delivery_id,
    pg_temp.uuid_at(at + interval '6 ms') AS attempt_id, at, at + interval '6 ms' AS started_at, account_id, url, format,
    types[1 + n % array_length(types, 1)] AS type, $3::int IS NOT NULL AND hour <= 3 AS bad,
    62 + n * 37 % 41 + CASE WHEN n % 23 = 0 THEN 260 ELSE 0 END AS ms
  FROM (
    SELECT hour, n, ${UNTIL} - (hour - (n - 0.5) / per_hour) * interval '1 hour' AS at
    FROM generate_series(1, 24) AS hour,
      LATERAL (SELECT greatest(1, round($2 * (1 + 0.6 * sin(hour * 1.7))))::int AS per_hour) AS busy,
      generate_series(1, per_hour) AS n
  ) AS moments, (
    SELECT account_id, url, format,
      ARRAY(SELECT DISTINCT event_type FROM deliveries WHERE webhook_id = $1 ORDER BY event_type) AS types
    FROM webhooks WHERE id = $1
  ) AS webhook
), event AS (
  INSERT INTO events (id, account_id, type, timestamp, data, deliveries, created_at)
  SELECT event_id, account_id, type, at, ($5::jsonb -> type)::text, 1, at FROM made
), delivery AS (
  INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status, attempts, failures,
    response_code, error, duration_ms, last_attempt_at, finished_at, created_at)
  SELECT delivery_id, account_id, $1, event_id, type, 'event', CASE WHEN bad THEN 'failed' ELSE 'succeeded' END, 1,
    bad::int, CASE WHEN bad THEN $3 ELSE 200 END, CASE WHEN bad THEN 'http_status' END, ms, started_at,
    started_at + ms * interval '1 ms', at
  FROM made
)
INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, format, url, started_at, duration_ms, outcome,
  response_code, error, response_body, response_bytes)
SELECT attempt_id, account_id, $1, delivery_id, 1, format, url, started_at, ms,
  CASE WHEN bad THEN 'failed' ELSE 'succeeded' END, CASE WHEN bad THEN $3 ELSE 200 END,
  CASE WHEN bad THEN 'http_status' END, convert_to(body, 'UTF8'), octet_length(body)
FROM made, LATERAL (SELECT CASE WHEN bad THEN $4::text ELSE '{"ok":true}' END AS body) AS answer`;

/** Minutes, and what they were folded into: hours, which have a row of all event types together, too. */
const COUNT = (table: "minutes" | "hours") => `
INSERT INTO rollup_${table} (webhook_id, at, event_type, outcome, result, latency_bucket, count, duration_ms)
SELECT $1, date_trunc('${table}', started_at), types.type, attempt.outcome, attempt.response_code::text,
  floor(2 * log(2, attempt.duration_ms)), count(*), sum(attempt.duration_ms)
FROM attempts AS attempt JOIN deliveries ON deliveries.id = delivery_id,
  LATERAL (VALUES ${table === "hours" ? "('*'), " : ""}(event_type)) AS types (type)
WHERE attempt.webhook_id = $1 AND started_at < ${UNTIL}
GROUP BY 2, 3, 4, 5, 6`;

/** What has failed since it last succeeded is counted together with what fails now. */
const HEALTH = `
UPDATE webhook_health AS health SET hits = hits + $2, last_hit_at = greatest(last_hit_at, last.hit_at),
  last_success_at = greatest(last_success_at, last.success_at),
  failing_since = CASE WHEN consecutive_failures > 0 THEN coalesce(last.failing_since, health.failing_since) END,
  consecutive_failures = CASE WHEN consecutive_failures > 0 THEN consecutive_failures + last.failures ELSE 0 END
FROM (
  SELECT max(started_at) AS hit_at, max(started_at) FILTER (WHERE outcome = 'succeeded') AS success_at,
    min(started_at) FILTER (WHERE outcome = 'failed') AS failing_since,
    count(*) FILTER (WHERE outcome = 'failed') AS failures
  FROM attempts WHERE webhook_id = $1 AND started_at < ${UNTIL}
) AS last
WHERE webhook_id = $1`;

/** @param samples type → data of an event of it */
export async function tellOfYesterday(
  database: Client,
  webhooks: readonly Yesterday[],
  samples: Record<string, unknown>,
): Promise<void> {
  await database.query("SELECT ensure_partitions(now() - interval '2 days', now())");
  await database.query(UUID_AT);
  for (const { title, url, hourly, failsWith, days } of webhooks) {
    const { rows } = await database.query<{ id: string }>(
      "UPDATE webhooks SET url = $2, created_at = now() - $3 * interval '1 day' WHERE title = $1 RETURNING id",
      [title, url, days],
    );
    const id = rows[0]?.id;
    await database.query("UPDATE attempts SET url = $2 WHERE webhook_id = $1", [id, url]);
    await database.query(MAKE, [
      ...[id, hourly, failsWith?.code ?? null, failsWith?.body ?? null],
      JSON.stringify(samples),
    ]);
    for (const table of ["minutes", "hours"] as const) await database.query(COUNT(table), [id]);
    await database.query(HEALTH, [id, hourly * 24 * 30]);
  }
  await database.query(`UPDATE rollup_progress SET folded_until = greatest(folded_until, ${UNTIL})`);
}
