/** Recording results: attempts, delivery states, counters and rollups of many deliveries in one statement. */
import type { AttemptResult, HeaderPairs } from "../core/attempt";
import type { AttemptOutcome } from "../core/delivery";
import type { FormatName } from "../core/formats";
import { latencyBucket } from "../core/latency";
import { hotPool } from "../db";
import { newId } from "../new-id";
import { pgColumns, type PgColumn } from "../pg-arrays";

export interface Recording {
  deliveryId: string;
  accountId: string;
  webhookId: string;
  eventType: string;
  attempt: number;
  outcome: AttemptOutcome;
  /** Only for `retrying`. */
  delayMs?: number | undefined;
  failures: number;
  format: FormatName;
  url: string;
  requestHeaders: HeaderPairs;
  /** What the format signed inside the body. */
  bodySignature?: string | undefined;
  result: AttemptResult;
  /** Asked for by hand. */
  manual: boolean;
  /** Neither a test nor an attempt asked for by hand says anything about the webhook's health. */
  countsForHealth: boolean;
}

type Column = [name: string, ...column: PgColumn<Recording>];

/** What goes into `attempts` as it is. */
const ATTEMPT_COLUMNS: Column[] = [
  ["id", "uuid", () => newId()],
  ["account_id", "uuid", ({ accountId }) => accountId],
  ["webhook_id", "uuid", ({ webhookId }) => webhookId],
  ["delivery_id", "uuid", ({ deliveryId }) => deliveryId],
  ["number", "integer", ({ attempt }) => attempt],
  ["format", "text", ({ format }) => format],
  ["url", "text", ({ url }) => url],
  ["started_at", "timestamptz", ({ result }) => result.startedAt.getTime()],
  ["duration_ms", "integer", ({ result }) => Math.round(result.durationMs)],
  ["outcome", "text", ({ outcome }) => outcome],
  ["response_code", "integer", ({ result }) => result.response?.code],
  ["error", "text", ({ result }) => result.error],
  ["error_detail", "text", ({ result }) => result.errorDetail],
  ["request_headers", "json", ({ requestHeaders }) => JSON.stringify(requestHeaders)],
  ["response_headers", "json", ({ result }) => result.response && JSON.stringify(result.response.headers)],
  ["response_body", "bytea", ({ result }) => result.response?.body],
  ["response_bytes", "integer", ({ result }) => result.response?.bytes],
  ["dns_ms", "real", ({ result }) => result.phases.dnsMs],
  ["connect_ms", "real", ({ result }) => result.phases.connectMs],
  ["tls_ms", "real", ({ result }) => result.phases.tlsMs],
  ["first_byte_ms", "real", ({ result }) => result.phases.firstByteMs],
  ["remote_address", "text", ({ result }) => result.remoteAddress],
  ["tls_version", "text", ({ result }) => result.tlsVersion],
  ["tls_expires_at", "timestamptz", ({ result }) => result.tlsExpiresAt?.getTime()],
  ["manual", "boolean", ({ manual }) => manual],
  ["body_signature", "text", ({ bodySignature }) => bodySignature],
];
const COLUMNS: Column[] = [
  ...ATTEMPT_COLUMNS,
  ["delay_ms", "integer", ({ delayMs }) => delayMs],
  ["failures", "integer", ({ failures }) => failures],
  ["latency_bucket", "integer", ({ result }) => latencyBucket(result.durationMs)],
  ["counts", "boolean", ({ countsForHealth }) => countsForHealth],
  ["event_type", "text", ({ eventType }) => eventType],
];

const VALUES = COLUMNS.map(([, ...column]) => column);

const names = (columns: Column[]) => columns.map(([name]) => name).join(", ");

/**
 * The delivery's state changes only where this attempt is still its latest: a worker that was stopped and comes back
 * late adds its attempt to the log and overwrites nothing. Rows of one webhook are locked in the order of their ids,
 * so that two processes flushing at once can't deadlock. 410 Gone disables the webhook, unless its URL was changed since.
 */
const RECORD = `
WITH result AS (
  SELECT * FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(", ")})
    AS t (${names(COLUMNS)})
), attempt AS (
  INSERT INTO attempts (${names(ATTEMPT_COLUMNS)}) SELECT ${names(ATTEMPT_COLUMNS)} FROM result
), delivery AS (
  UPDATE deliveries SET
    status = CASE result.outcome WHEN 'retrying' THEN 'pending' ELSE result.outcome END,
    next_attempt_at = CASE result.outcome WHEN 'retrying'
      THEN clock_timestamp() + make_interval(secs => result.delay_ms / 1000.0) END,
    finished_at = CASE result.outcome WHEN 'retrying' THEN NULL ELSE now() END,
    leased_until = NULL, failures = result.failures, response_code = result.response_code, error = result.error,
    duration_ms = result.duration_ms, last_attempt_at = result.started_at,
    manual = result.manual AND result.outcome = 'retrying'
  FROM result
  WHERE deliveries.id = result.delivery_id AND deliveries.attempts = result.number AND deliveries.status = 'pending'
), gone AS (
  UPDATE webhooks SET status = 'disabled', disabled_reason = 'gone', updated_at = now()
  FROM (SELECT DISTINCT webhook_id, url FROM result WHERE (counts OR manual) AND response_code = 410) AS answer
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
INSERT INTO rollup_minutes AS rollup (webhook_id, at, event_type, outcome, result, latency_bucket, count, duration_ms)
SELECT webhook_id, greatest(date_trunc('minute', started_at), date_trunc('minute', now() - interval '9 minutes')),
  event_type, outcome, coalesce(response_code::text, error), latency_bucket, count(*), sum(duration_ms)
FROM result GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
ON CONFLICT (webhook_id, at, event_type, outcome, result, latency_bucket) DO UPDATE SET
  count = rollup.count + excluded.count, duration_ms = rollup.duration_ms + excluded.duration_ms`;

/** Writes all or nothing. */
export async function recordResults(recordings: readonly Recording[]): Promise<void> {
  const values = pgColumns(recordings, VALUES);
  await hotPool().query({ name: "record", text: RECORD, values });
}
