/** Webhooks and pending deliveries by the thousand, written straight into the tables. */
import { randomBytes } from "node:crypto";
import { encodeId } from "../lib/core/ids";
import { pool } from "../lib/db";
import { newId } from "../lib/new-id";
import { ring } from "../lib/queue";
import { seal } from "../lib/vault";

export interface Filled {
  /** uuids, in the order of the receiver's paths */
  webhookIds: string[];
  secrets: string[];
}

/**
 * In the one account there is, which the API key belongs to.
 * @param urlOf the URL of the webhook with this index
 */
export async function makeWebhooks(
  count: number,
  urlOf: (index: number) => string,
  more: Record<string, unknown> = {},
): Promise<Filled> {
  const webhookIds = Array.from({ length: count }, () => newId());
  const secrets = webhookIds.map(() => `whsec_${randomBytes(32).toString("base64")}`);
  const columns = { events: ["*"], timeout_ms: 5000, concurrency: 16, retry_preset: "sydx", ...more };
  await pool().query(
    `INSERT INTO webhooks (id, account_id, number, title, url, format, secret, ${Object.keys(columns).join(", ")})
     SELECT t.id, account.id, last_webhook_number + row_number() OVER (), 'Webhook', url, 'sydx', secret, ${Object.keys(
       columns,
     )
       .map((_, index) => `$${index + 4}`)
       .join(", ")}
     FROM accounts AS account, unnest($1::uuid[], $2::text[], $3::text[]) AS t (id, url, secret)`,
    [
      webhookIds,
      webhookIds.map((_, index) => urlOf(index)),
      webhookIds.map((id, index) => seal(secrets[index] ?? "", id)),
      ...Object.values(columns),
    ],
  );
  await pool().query("UPDATE accounts SET last_webhook_number = last_webhook_number + $1", [count]);
  return { webhookIds, secrets };
}

/** One event a delivery, spread evenly over the webhooks, due now. */
export async function makeBacklog(webhookIds: readonly string[], count: number): Promise<void> {
  await pool().query(
    `WITH event AS (
       INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
       SELECT uuid_v7(), (SELECT account_id FROM webhooks WHERE id = ($1::uuid[])[1]), 'message.received', now(),
         '{"contact":"' || 919800000000 + n || '","name":"John Doe","body":"Hello, I''m interested in your product","type":"text"}', 1
       FROM generate_series(1, $2::int) AS n
       RETURNING id, account_id, type
     )
     INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at)
     SELECT uuid_v7(), account_id, ($1::uuid[])[1 + (row_number() OVER ())::int % array_length($1::uuid[], 1)], id, type,
       'event', now()
     FROM event`,
    [webhookIds, count],
  );
  await pool().query("VACUUM ANALYZE events, deliveries");
}

/** An event for each of these webhooks, and their bells. @returns the events' ids as receivers see them */
export async function deliverNow(webhookIds: readonly string[]): Promise<string[]> {
  const eventIds = webhookIds.map(() => newId());
  await pool().query(
    `WITH input AS (
       SELECT event_id, webhooks.id AS webhook_id, account_id
       FROM unnest($1::uuid[], $2::uuid[]) AS t (event_id, webhook_id) JOIN webhooks ON webhooks.id = t.webhook_id
     ), event AS (
       INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
       SELECT event_id, account_id, 'message.received', now(), '{"contact":"919876543210"}', 1 FROM input
     )
     INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at)
     SELECT uuid_v7(), account_id, webhook_id, event_id, 'message.received', 'event', now() FROM input`,
    [eventIds, webhookIds],
  );
  void ring(webhookIds);
  return eventIds.map((id) => encodeId("event", id));
}

export async function countPending(): Promise<number> {
  const { rows } = await pool().query<{ count: string }>(
    "SELECT count(*) FROM deliveries WHERE status = 'pending' AND cause = 'event'",
  );
  return Number(rows[0]?.count);
}

/** Between two benches, so that each begins with empty tables. */
export async function deleteEverything(): Promise<void> {
  await pool().query(
    "TRUNCATE events, deliveries, attempts, rollup_minutes, rollup_hours, rollup_days, rollup_late, exhausted_deliveries, webhook_paces, webhook_health, idempotency_keys",
  );
  await pool().query("UPDATE webhooks SET deleted_at = now() WHERE deleted_at IS NULL");
}
