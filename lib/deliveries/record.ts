/** Recording results: attempts, delivery states, counters and rollups of many deliveries in one statement. */
import type { AttemptResult, HeaderPairs } from "../core/attempt";
import type { AttemptOutcome } from "../core/delivery";
import type { FormatName } from "../core/formats/names";
import { latencyBucket } from "../core/latency";
import { hotPool } from "../db";
import { newId } from "../new-id";

export interface Recording {
  deliveryId: string;
  accountId: string;
  webhookId: string;
  attempt: number;
  outcome: AttemptOutcome;
  /** Only for `retrying`. */
  delayMs?: number;
  failures: number;
  format: FormatName;
  url: string;
  requestHeaders: HeaderPairs;
  result: AttemptResult;
  /** A test says nothing about the webhook's health. */
  countsForHealth: boolean;
}

/**
 * The delivery's state changes only where this attempt is still its latest: a worker that was stopped and comes back
 * late adds its attempt to the log and overwrites nothing. Rows of one webhook are locked in the order of their ids,
 * so that two processes flushing at once can't deadlock. 410 Gone disables the webhook, unless its URL was changed since.
 */
const RECORD = `
WITH result AS (
  SELECT * FROM unnest(
    $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::timestamptz[], $9::int[],
    $10::text[], $11::int[], $12::text[], $13::text[], $14::json[], $15::json[], $16::bytea[], $17::int[],
    $18::real[], $19::real[], $20::real[], $21::real[], $22::text[], $23::text[], $24::int[], $25::int[], $26::int[],
    $27::boolean[]
  ) AS t (id, account_id, webhook_id, delivery_id, number, format, url, started_at, duration_ms, outcome,
    response_code, error, error_detail, request_headers, response_headers, response_body, response_bytes, dns_ms,
    connect_ms, tls_ms, first_byte_ms, remote_address, tls_version, delay_ms, failures, latency_bucket, counts)
), attempt AS (
  INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, format, url, started_at, duration_ms, outcome,
    response_code, error, error_detail, request_headers, response_headers, response_body, response_bytes, dns_ms,
    connect_ms, tls_ms, first_byte_ms, remote_address, tls_version)
  SELECT id, account_id, webhook_id, delivery_id, number, format, url, started_at, duration_ms, outcome,
    response_code, error, error_detail, request_headers, response_headers, response_body, response_bytes, dns_ms,
    connect_ms, tls_ms, first_byte_ms, remote_address, tls_version
  FROM result
), delivery AS (
  UPDATE deliveries SET
    status = CASE result.outcome WHEN 'retrying' THEN 'pending' ELSE result.outcome END,
    next_attempt_at = CASE result.outcome WHEN 'retrying'
      THEN clock_timestamp() + make_interval(secs => result.delay_ms / 1000.0) END,
    finished_at = CASE result.outcome WHEN 'retrying' THEN NULL ELSE now() END,
    leased_until = NULL, failures = result.failures, response_code = result.response_code, error = result.error,
    duration_ms = result.duration_ms, last_attempt_at = result.started_at
  FROM result
  WHERE deliveries.id = result.delivery_id AND deliveries.attempts = result.number AND deliveries.status = 'pending'
), gone AS (
  UPDATE webhooks SET status = 'disabled', disabled_reason = 'gone', updated_at = now()
  FROM (SELECT DISTINCT webhook_id, url FROM result WHERE counts AND response_code = 410) AS answer
  WHERE webhooks.id = answer.webhook_id AND webhooks.url = answer.url AND webhooks.status = 'active'
), health AS (
  INSERT INTO webhook_health AS health
    (webhook_id, hits, last_hit_at, last_success_at, consecutive_failures, failing_since)
  SELECT webhook_id, count(*), max(started_at),
    max(started_at) FILTER (WHERE counts AND outcome = 'succeeded'),
    count(*) FILTER (WHERE counts AND outcome <> 'succeeded'),
    min(started_at) FILTER (WHERE counts AND outcome <> 'succeeded')
  FROM result GROUP BY webhook_id ORDER BY webhook_id
  ON CONFLICT (webhook_id) DO UPDATE SET
    hits = health.hits + excluded.hits,
    last_hit_at = greatest(health.last_hit_at, excluded.last_hit_at),
    last_success_at = greatest(health.last_success_at, excluded.last_success_at),
    consecutive_failures = CASE WHEN excluded.last_success_at IS NOT NULL THEN 0
      ELSE health.consecutive_failures + excluded.consecutive_failures END,
    failing_since = CASE WHEN excluded.last_success_at IS NOT NULL THEN NULL
      ELSE coalesce(health.failing_since, excluded.failing_since) END
)
INSERT INTO attempt_rollups AS rollup (webhook_id, minute, outcome, result, latency_bucket, count)
SELECT webhook_id, date_trunc('minute', started_at), outcome, coalesce(response_code::text, error), latency_bucket,
  count(*)
FROM result GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
ON CONFLICT (webhook_id, minute, outcome, result, latency_bucket) DO UPDATE SET count = rollup.count + excluded.count`;

const COLUMNS: ((recording: Recording) => unknown)[] = [
  () => newId(),
  ({ accountId }) => accountId,
  ({ webhookId }) => webhookId,
  ({ deliveryId }) => deliveryId,
  ({ attempt }) => attempt,
  ({ format }) => format,
  ({ url }) => url,
  ({ result }) => result.startedAt,
  ({ result }) => Math.round(result.durationMs),
  ({ outcome }) => outcome,
  ({ result }) => result.response?.code,
  ({ result }) => result.error,
  ({ result }) => result.errorDetail,
  ({ requestHeaders }) => JSON.stringify(requestHeaders),
  ({ result }) => (result.response ? JSON.stringify(result.response.headers) : null),
  ({ result }) => result.response?.body,
  ({ result }) => result.response?.bytes,
  ({ result }) => result.phases.dnsMs,
  ({ result }) => result.phases.connectMs,
  ({ result }) => result.phases.tlsMs,
  ({ result }) => result.phases.firstByteMs,
  ({ result }) => result.remoteAddress,
  ({ result }) => result.tlsVersion,
  ({ delayMs }) => delayMs,
  ({ failures }) => failures,
  ({ result }) => latencyBucket(result.durationMs),
  ({ countsForHealth }) => countsForHealth,
];

/** Writes all or nothing. */
export async function recordResults(recordings: readonly Recording[]): Promise<void> {
  const values = COLUMNS.map((column) => recordings.map((recording) => column(recording) ?? null));
  await hotPool().query({ name: "record", text: RECORD, values });
}
