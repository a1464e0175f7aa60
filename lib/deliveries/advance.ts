/** Bulk retries and replays, a portion at a time: what its rate allows since the last one, all of it or nothing. */
import type pg from "pg";
import { retryManySchema } from "../core/redelivery";
import { inTransaction, pool } from "../db";
import { log } from "../log";
import { JUDGED_REPLAYS, replayRequestSchema, replayValues } from "./replay-choice";
import { JUDGED_RETRIES, retryValues } from "./retry-choice";

const PORTION_MAX = 500;
/** Rows looked at for one portion, where few of them are meant. */
const SCAN = 5_000;
const AT_ONCE = 100;

/** Only those that may send something by now: between portions this is one probe of a nearly empty index. */
const WAITING = `
SELECT id FROM redeliveries
WHERE status = 'running' AND advanced_at <= coalesce($1, now()) - make_interval(secs => 1.0 / rate_per_second)
ORDER BY advanced_at LIMIT ${AT_ONCE}`;

/** Whoever locks it does the portion. No more than a second's worth: who was away does not make up for it in a burst. */
const LOCK = `
SELECT job.id, job.account_id, job.kind, job.webhook_id, job.request, job.cursor_id, job.last_id,
  webhooks.deleted_at IS NOT NULL AS is_gone, webhooks.discard_before,
  least(floor(extract(epoch FROM coalesce($2, now()) - job.advanced_at) * job.rate_per_second), job.rate_per_second,
    ${PORTION_MAX})::int AS portion
FROM redeliveries AS job LEFT JOIN webhooks ON webhooks.id = job.webhook_id
WHERE job.id = $1 AND job.status = 'running' FOR UPDATE OF job SKIP LOCKED`;

interface Job {
  id: string;
  account_id: string;
  kind: "retry" | "replay";
  webhook_id: string | null;
  request: unknown;
  cursor_id: string;
  last_id: string;
  is_gone: boolean;
  discard_before: string | null;
  portion: number;
}

const PROGRESS = `
SELECT (SELECT count(*) FROM looked)::int AS looked, (SELECT id FROM looked ORDER BY id DESC LIMIT 1) AS last_looked,
  (SELECT count(*) FROM chosen)::int AS chosen, (SELECT id FROM chosen ORDER BY id DESC LIMIT 1) AS last_chosen,
  (SELECT count(*) FROM touched)::int AS done,
  (SELECT coalesce(array_agg(DISTINCT webhook_id), '{}') FROM touched) AS webhook_ids`;

/** $11 is the portion, $12 the redelivery. */
const RETRY = `
WITH ${JUDGED_RETRIES}, chosen AS (
  SELECT id FROM judged WHERE verdict = 'chosen' ORDER BY id LIMIT $11
), touched AS (
  UPDATE deliveries SET status = 'pending', next_attempt_at = now(), finished_at = NULL, failures = 0,
    manual = cause = 'event', redelivery_id = $12
  FROM chosen WHERE deliveries.id = chosen.id AND deliveries.status = ANY ($2)
  RETURNING webhook_id
)
${PROGRESS}`;

/** $12 is the portion, $13 the redelivery. A microsecond apart, so that they go out in the order of their events. */
const REPLAY = `
WITH ${JUDGED_REPLAYS}, chosen AS (
  SELECT id, type FROM judged WHERE verdict = 'chosen' ORDER BY id LIMIT $12
), touched AS (
  INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at, redelivery_id,
    order_key)
  SELECT uuid_v7(), $1, webhooks.id, chosen.id, chosen.type, 'event',
    now() + row_number() OVER (ORDER BY chosen.id) * interval '1 microsecond', $13::uuid,
    CASE WHEN order_by IS NOT NULL THEN order_key(events.data, order_by) END
  FROM chosen JOIN events ON events.id = chosen.id JOIN webhooks ON webhooks.id = $5
  RETURNING webhook_id
)
${PROGRESS}`;

interface Progress {
  looked: number;
  last_looked: string | null;
  chosen: number;
  last_chosen: string | null;
  done: number;
  webhook_ids: string[];
}

/** What was counted at the start and was not sent by the end needed it no more. */
const SAVE = `
UPDATE redeliveries SET
  cursor_id = coalesce($2, cursor_id), done = done + $3,
  advanced_at = greatest(advanced_at, coalesce($6, now()) - interval '1 second')
    + make_interval(secs => $4::float8 / rate_per_second),
  status = CASE WHEN $5 THEN 'done' ELSE status END,
  finished_at = CASE WHEN $5 THEN now() END,
  skipped = CASE WHEN $5 AND is_exact THEN greatest(total - done - $3, 0) ELSE 0 END,
  total = CASE WHEN $5 AND NOT is_exact THEN done + $3 ELSE greatest(total, done + $3) END,
  is_exact = is_exact OR $5
WHERE id = $1`;

const GIVE_UP = "UPDATE redeliveries SET status = 'cancelled', finished_at = now() WHERE id = $1";

/**
 * Advances every redelivery that may send something by now.
 * @param now only for tests; else the database's clock
 * @returns uuids of the webhooks that have something due
 */
export async function advanceRedeliveries(now?: Date): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(WAITING, [now ?? null]);
  const touched = new Set<string>();
  for (const { id } of rows) {
    try {
      for (const webhookId of await inTransaction(pool(), (client) => sendPortion(client, id, now)))
        touched.add(webhookId);
    } catch (error) {
      log.error({ err: error, redeliveryId: id }, "a portion of a redelivery failed; it is tried again");
    }
  }
  return [...touched];
}

async function sendPortion(client: pg.PoolClient, id: string, now: Date | undefined): Promise<string[]> {
  const [job] = (await client.query<Job>(LOCK, [id, now ?? null])).rows;
  if (!job || job.portion < 1) return [];
  if (job.is_gone) {
    await client.query(GIVE_UP, [id]);
    return [];
  }
  const [progress] = (await client.query<Progress>(statementOf(job))).rows;
  if (!progress) throw new Error("a portion has one row");
  const { looked, last_looked, chosen, last_chosen, done, webhook_ids } = progress;
  const isFull = chosen === job.portion;
  const isFinished = !isFull && looked < SCAN;
  await client.query(SAVE, [id, isFull ? last_chosen : last_looked, done, chosen, isFinished, now ?? null]);
  return webhook_ids;
}

function statementOf(job: Job): { text: string; values: unknown[] } {
  const range = { after: job.cursor_id, last: job.last_id };
  const rest = [job.portion, job.id];
  if (job.kind === "retry" || !job.webhook_id) {
    const request = retryManySchema.parse(job.request);
    return { text: RETRY, values: [...retryValues(job.account_id, request, range, SCAN), ...rest] };
  }
  const request = replayRequestSchema.parse(job.request);
  const target = { accountId: job.account_id, webhookId: job.webhook_id, discardBefore: job.discard_before };
  return { text: REPLAY, values: [...replayValues(target, request, range, SCAN), ...rest] };
}
