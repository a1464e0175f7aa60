/** What alert rules ask about webhooks, for all of them at once: a statement for each question, whoever asks it. */
import type { AlertCondition } from "../core/alert-condition";
import type { AlertFacts } from "../core/alert-rules";
import { uuidFloor } from "../core/ids";
import { latencyBucket, UNREACHED } from "../core/latency";
import { pool } from "../db";
import { OPERATIONAL_TYPES } from "../webhooks/operational-events";
import { rowsSql, rowsValues } from "../rollups/rows";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface CoveredWebhook extends AlertFacts {
  /** uuids */
  id: string;
  accountId: string;
  title: string;
  lastHitAt: Date | null;
  lastFailureAt: Date | null;
}

const COVERED = `
SELECT id, account_id AS "accountId", title, created_at AS "createdAt", last_success_at AS "lastSuccessAt",
  coalesce(consecutive_failures, 0) AS "consecutiveFailures", tls_expires_at AS "tlsExpiresAt",
  last_hit_at AS "lastHitAt", last_failure_at AS "lastFailureAt"
FROM webhooks LEFT JOIN webhook_health ON webhook_id = id
WHERE account_id = ANY ($1::uuid[]) AND deleted_at IS NULL AND status = 'active'
ORDER BY id`;

/** The active ones: what is paused or disabled is left alone. @param accountIds uuids */
export async function coveredWebhooks(accountIds: readonly string[]): Promise<CoveredWebhook[]> {
  return (await pool().query<CoveredWebhook>(COVERED, [accountIds])).rows;
}

type Answer = Partial<AlertFacts>;
/** By the webhook's uuid; of whom there is nothing to say, nothing is said. */
export type Answers = ReadonlyMap<string, Answer>;

export interface Question {
  /** The same for the same question. */
  key: string;
  ask: (webhooks: readonly CoveredWebhook[], now: Date) => Promise<Answers>;
}

/** @returns undefined where what is known of a webhook anyway is enough */
export function questionOf(condition: AlertCondition): Question | undefined {
  const key = JSON.stringify(condition);
  switch (condition.kind) {
    case "success_rate":
      return { key: `rate ${condition.windowMinutes}`, ask: (...of) => ratesOf(condition.windowMinutes, ...of) };
    case "latency_p95":
      return { key, ask: (...of) => slowOnes(condition, ...of) };
    case "event_type_failing":
      return { key: `type ${condition.eventType}`, ask: (...of) => failuresOfType(condition.eventType, ...of) };
    case "backlog_age":
      return { key, ask: (...of) => oldBacklogs(condition.olderThanSeconds, ...of) };
    case "silence":
      return { key, ask: (...of) => lastEvents(condition, ...of) };
    default:
      return undefined;
  }
}

/** What came after its minute had been summed is looked for only where windows are long. */
const MINUTES = "rollup_minutes WHERE webhook_id = ANY ($1::uuid[]) AND at >= $2 AND at < $3";
/** Longer ones are read by whole hours. */
const LONGEST_BY_MINUTE = 120;

const RATES = (rollup: string) => `
SELECT webhook_id AS id, sum(count)::float8 AS count,
  coalesce(sum(count) FILTER (WHERE outcome = 'succeeded'), 0)::float8 AS succeeded
FROM ${rollup} GROUP BY webhook_id`;

/** Of those with a failure in the window; the others' rate is no question. */
async function ratesOf(minutes: number, webhooks: readonly CoveredWebhook[], now: Date): Promise<Answers> {
  const from = new Date(now.getTime() - minutes * MINUTE_MS);
  const ids = webhooks.filter(({ lastFailureAt }) => lastFailureAt && lastFailureAt >= from).map(({ id }) => id);
  const window = { webhookIds: ids, from, to: now };
  const rows =
    minutes <= LONGEST_BY_MINUTE
      ? await ask<Rate>(ids, RATES(MINUTES), [ids, toMinute(from), now])
      : await ask<Rate>(ids, RATES(`(${rowsSql("hour")}) AS rollup`), rowsValues("hour", window));
  return new Map(rows.map(({ id, ...attempts }) => [id, { attempts }]));
}

interface Rate {
  id: string;
  count: number;
  succeeded: number;
}

const REACHED = `result <> ALL ('{${UNREACHED.join(",")}}')`;

/** Those of whose attempts that reached them a twentieth was so slow: few. */
const SLOW = (rollup: string, bucket: string) => `
SELECT webhook_id AS id FROM ${rollup} GROUP BY webhook_id
HAVING 20 * sum(count) FILTER (WHERE latency_bucket >= ${bucket}::int AND ${REACHED})
  >= sum(count) FILTER (WHERE ${REACHED})`;

const HISTOGRAMS = `
SELECT webhook_id AS id, latency_bucket::int AS bucket, sum(count)::float8 AS count
FROM (${rowsSql("hour")}) AS rollup WHERE ${REACHED} GROUP BY 1, 2`;

async function slowOnes(
  { windowMinutes, aboveMs }: Extract<AlertCondition, { kind: "latency_p95" }>,
  webhooks: readonly CoveredWebhook[],
  now: Date,
): Promise<Answers> {
  const from = new Date(now.getTime() - windowMinutes * MINUTE_MS);
  const ids = webhooks.filter(({ lastHitAt }) => lastHitAt && lastHitAt >= from).map(({ id }) => id);
  const bucket = latencyBucket(aboveMs);
  const window = (webhookIds: string[]) => rowsValues("hour", { webhookIds, from, to: now });
  const slow =
    windowMinutes <= LONGEST_BY_MINUTE
      ? await ask<{ id: string }>(ids, SLOW(MINUTES, "$4"), [ids, toMinute(from), now, bucket])
      : await ask<{ id: string }>(ids, SLOW(`(${rowsSql("hour")}) AS rollup`, "$8"), [...window(ids), bucket]);
  const slowIds = slow.map(({ id }) => id);
  const rows = await ask<{ id: string; bucket: number; count: number }>(slowIds, HISTOGRAMS, window(slowIds));
  const histograms = new Map(slowIds.map((id) => [id, new Map<number, number>()]));
  for (const { id, bucket, count } of rows) histograms.get(id)?.set(bucket, count);
  return new Map([...histograms].map(([id, latencies]) => [id, { latencies }]));
}

const toMinute = (at: Date) => new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);

/** What failed in the same minute as the last success may have failed before it, and doesn't count. */
const OF_TYPE = `
SELECT webhook.id, failed.count FROM unnest($1::uuid[]) AS webhook (id), LATERAL (
  SELECT coalesce((
    SELECT at FROM rollup_minutes
    WHERE webhook_id = webhook.id AND at >= $2 AND event_type = $3 AND outcome = 'succeeded' ORDER BY at DESC LIMIT 1
  ), '-infinity') AS at
) AS succeeded, LATERAL (
  SELECT sum(count)::float8 AS count FROM rollup_minutes
  WHERE webhook_id = webhook.id AND at >= $2 AND at > succeeded.at AND event_type = $3 AND outcome <> 'succeeded'
) AS failed
WHERE failed.count > 0`;

async function failuresOfType(type: string, webhooks: readonly CoveredWebhook[], now: Date): Promise<Answers> {
  const from = new Date(now.getTime() - DAY_MS);
  const ids = webhooks.filter(({ lastFailureAt }) => lastFailureAt && lastFailureAt >= from).map(({ id }) => id);
  const rows = await ask<{ id: string; count: number }>(ids, OF_TYPE, [ids, from, type]);
  return new Map(rows.map(({ id, count }) => [id, { failuresOfType: count }]));
}

const BACKLOG = `
SELECT webhook.id, due.at FROM unnest($1::uuid[]) AS webhook (id), LATERAL (
  SELECT next_attempt_at AS at FROM deliveries
  WHERE webhook_id = webhook.id AND status = 'pending' AND cause = 'event' AND next_attempt_at <= $2
  ORDER BY next_attempt_at LIMIT 1
) AS due`;

async function oldBacklogs(seconds: number, webhooks: readonly CoveredWebhook[], now: Date): Promise<Answers> {
  const ids = webhooks.map(({ id }) => id);
  const before = new Date(now.getTime() - seconds * 1000);
  const rows = await ask<{ id: string; at: Date }>(ids, BACKLOG, [ids, before]);
  return new Map(rows.map(({ id, at }) => [id, { dueSince: at }]));
}

/** What tells of webhooks is no sign that something happens: two that listen to each other would never be silent. */
const LAST_EVENT = `
SELECT webhook.id, last.at FROM unnest($1::uuid[]) AS webhook (id), LATERAL (
  SELECT created_at AS at FROM deliveries
  WHERE webhook_id = webhook.id AND id >= $2::uuid AND cause = 'event' AND event_type <> ALL ($3)
  ORDER BY id DESC LIMIT 1
) AS last`;

/** By what was attempted, to the minute: deliveries of a rare type can't be found among all the others. */
const LAST_OF_TYPES = `
SELECT webhook.id, last.at + interval '1 minute' AS at
FROM unnest($1::uuid[]) AS webhook (id), LATERAL (
  SELECT max(at) AS at FROM rollup_hours
  WHERE webhook_id = webhook.id AND at >= date_trunc('hour', $2::timestamptz) AND event_type = ANY ($3::text[])
) AS hour, LATERAL (
  SELECT max(at) AS at FROM rollup_minutes
  WHERE webhook_id = webhook.id AND event_type = ANY ($3::text[]) AND at >= $2
    AND at >= coalesce(hour.at, (SELECT folded_until FROM rollup_progress))
) AS last WHERE last.at IS NOT NULL`;

async function lastEvents(
  { forMinutes, eventTypes }: Extract<AlertCondition, { kind: "silence" }>,
  webhooks: readonly CoveredWebhook[],
  now: Date,
): Promise<Answers> {
  const ids = webhooks.map(({ id }) => id);
  const from = new Date(now.getTime() - forMinutes * MINUTE_MS);
  const rows = eventTypes
    ? await ask<{ id: string; at: Date }>(ids, LAST_OF_TYPES, [ids, new Date(from.getTime() - MINUTE_MS), eventTypes])
    : await ask<{ id: string; at: Date }>(ids, LAST_EVENT, [ids, uuidFloor(from), OPERATIONAL_TYPES]);
  return new Map(rows.map(({ id, at }) => [id, { lastEventAt: at }]));
}

async function ask<Row extends object>(ids: readonly string[], text: string, values: unknown[]): Promise<Row[]> {
  return ids.length === 0 ? [] : (await pool().query<Row>(text, values)).rows;
}
