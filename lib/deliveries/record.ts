/** Recording results: attempts, delivery states, counters and rollups of many deliveries in one statement. */
import type { AttemptResult, HeaderPairs } from "../core/attempt";
import type { AttemptOutcome } from "../core/delivery";
import type { FormatName } from "../core/formats";
import { latencyBucket } from "../core/latency";
import { hotPool } from "../db";
import { newId } from "../new-id";
import { pgColumns, type PgColumn } from "../pg-arrays";
import { ADD_UP, ROLLUP_KEY } from "../rollups/rows";

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
  /** Of a test nothing does; of an attempt asked for by hand, its success. */
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

const NOW = `$${COLUMNS.length + 1}::timestamptz`;
/**
 * The delivery's state changes only where this attempt is still its latest: a worker that was stopped and comes back
 * late adds its attempt to the log and overwrites nothing. Rows of one webhook are locked in the order of their ids,
 * so that two processes flushing at once can't deadlock. 410 Gone disables the webhook, unless its URL was changed since.
 *
 * What was asked for by hand says something about the webhook's health where it succeeds; a test never does, and isn't
 * counted in rollups. It doesn't fail since before it last succeeded, however long that attempt was under way.
 *
 * Minutes are summed into hours and days once they are ten minutes old (lib/rollups/fold.ts): nothing may be added to
 * them from a minute before that, so what comes later waits in `rollup_late`.
 */
const RECORD = `
WITH result AS (
  SELECT *, (counts OR manual) AND outcome = 'succeeded' AS is_success, counts AND outcome <> 'succeeded' AS is_failure
  FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(", ")}) AS t (${names(COLUMNS)})
), attempt AS (
  INSERT INTO attempts (${names(ATTEMPT_COLUMNS)}) SELECT ${names(ATTEMPT_COLUMNS)} FROM result
), delivery AS (
  UPDATE deliveries SET
    status = CASE result.outcome WHEN 'retrying' THEN 'pending' ELSE result.outcome END,
    next_attempt_at = CASE result.outcome WHEN 'retrying'
      THEN coalesce(${NOW}, clock_timestamp()) + make_interval(secs => result.delay_ms / 1000.0) END,
    finished_at = CASE result.outcome WHEN 'retrying' THEN NULL ELSE coalesce(${NOW}, now()) END,
    leased_until = NULL, failures = result.failures, response_code = result.response_code, error = result.error,
    duration_ms = result.duration_ms, last_attempt_at = result.started_at,
    manual = result.manual AND result.outcome = 'retrying'
  FROM result
  WHERE deliveries.id = result.delivery_id AND deliveries.attempts = result.number AND deliveries.status = 'pending'
  RETURNING deliveries.id, deliveries.account_id, deliveries.webhook_id,
    result.is_failure AND result.outcome = 'failed' AS is_exhausted
), exhausted AS (
  INSERT INTO exhausted_deliveries (delivery_id, account_id, webhook_id, at)
  SELECT id, account_id, webhook_id, coalesce(${NOW}, now()) FROM delivery WHERE is_exhausted
  ON CONFLICT (delivery_id) DO NOTHING
), gone AS (
  UPDATE webhooks SET status = 'disabled', disabled_reason = 'gone', disabled_at = coalesce(${NOW}, now()), updated_at = now()
  FROM (SELECT DISTINCT webhook_id, url FROM result WHERE (counts OR manual) AND response_code = 410) AS answer
  WHERE webhooks.id = answer.webhook_id AND webhooks.url = answer.url AND webhooks.status = 'active'
), health AS (
  INSERT INTO webhook_health AS health (webhook_id, hits, last_hit_at, last_success_at, last_failure_at,
    consecutive_failures, failing_since, exhausted_at, tls_expires_at)
  SELECT webhook_id, count(*), max(started_at), max(started_at) FILTER (WHERE is_success),
    max(started_at) FILTER (WHERE is_failure), count(*) FILTER (WHERE is_last_failure),
    min(started_at) FILTER (WHERE is_last_failure),
    min(started_at) FILTER (WHERE is_last_failure AND outcome = 'failed'), min(tls_expires_at)
  FROM (
    SELECT *, is_failure AND started_at > coalesce(
      max(started_at) FILTER (WHERE is_success) OVER (PARTITION BY webhook_id), '-infinity') AS is_last_failure
    FROM result
  ) AS result
  GROUP BY webhook_id ORDER BY webhook_id
  ON CONFLICT (webhook_id) DO UPDATE SET
    hits = health.hits + excluded.hits,
    last_hit_at = greatest(health.last_hit_at, excluded.last_hit_at),
    last_success_at = greatest(health.last_success_at, excluded.last_success_at),
    last_failure_at = greatest(health.last_failure_at, excluded.last_failure_at),
    consecutive_failures = excluded.consecutive_failures
      + CASE WHEN excluded.last_success_at IS NULL THEN health.consecutive_failures ELSE 0 END,
    failing_since = coalesce(
      CASE WHEN excluded.last_success_at IS NULL THEN health.failing_since END,
      CASE WHEN excluded.failing_since IS NOT NULL THEN greatest(excluded.failing_since, health.last_success_at) END),
    exhausted_at = coalesce(
      CASE WHEN excluded.last_success_at IS NULL THEN health.exhausted_at END, excluded.exhausted_at),
    tls_expires_at = coalesce(excluded.tls_expires_at, health.tls_expires_at)
), counted AS (
  SELECT webhook_id, date_trunc('minute', started_at) AS at, event_type COLLATE "C" AS event_type,
    outcome COLLATE "C" AS outcome, coalesce(response_code::text, error) COLLATE "C" AS result, latency_bucket,
    count(*) AS count, sum(duration_ms) AS duration_ms
  FROM result WHERE counts OR manual GROUP BY 1, 2, 3, 4, 5, 6
), open AS (
  SELECT greatest(date_trunc('minute', coalesce(${NOW}, now()) - interval '9 minutes'), min(folded_until)) AS since
  FROM rollup_progress
), late AS (
  INSERT INTO rollup_late AS rollup (${ROLLUP_KEY}, count, duration_ms)
  SELECT * FROM counted WHERE at < (SELECT since FROM open) ORDER BY 1, 2, 3, 4, 5, 6 ${ADD_UP}
)
INSERT INTO rollup_minutes AS rollup (${ROLLUP_KEY}, count, duration_ms)
SELECT * FROM counted WHERE at >= (SELECT since FROM open) ORDER BY 1, 2, 3, 4, 5, 6 ${ADD_UP}`;

/**
 * Writes all or nothing.
 * @param now only for those with a clock of their own
 */
export async function recordResults(recordings: readonly Recording[], now?: Date): Promise<void> {
  const values = [...pgColumns(recordings, VALUES), now ?? null];
  await hotPool().query({ name: "record", text: RECORD, values });
}
