/**
 * Ordered delivery: of the deliveries of a webhook with the same order key, only the oldest pending one may be sent. Those
 * behind it are parked, out of the way of whoever looks for due ones, and brought forward one by one.
 */
import { hotPool } from "../db";
import { pgColumns } from "../pg-arrays";

/** A time that never comes, and that every driver can read. */
export const PARKED_UNTIL = new Date("9999-12-31T00:00:00.000Z");
export const PARKED = `timestamptz '${PARKED_UNTIL.toISOString()}'`;
const MAX_PARKED_AT_ONCE = 10_000;

const EARLIER = `
  SELECT FROM deliveries AS earlier
  WHERE earlier.webhook_id = deliveries.webhook_id AND earlier.order_key = deliveries.order_key
    AND earlier.status = 'pending' AND (earlier.event_id, earlier.id) < (deliveries.event_id, deliveries.id)`;

/** True for a delivery that waits for none before it. */
export const IS_FIRST_OF_ITS_KEY = `(deliveries.order_key IS NULL OR NOT EXISTS (${EARLIER}))`;

const PARK = `
WITH blocked AS (
  SELECT id FROM deliveries
  WHERE webhook_id = $1 AND status = 'pending' AND cause = 'event' AND next_attempt_at <= now()
    AND (leased_until IS NULL OR leased_until < now()) AND order_key IS NOT NULL AND EXISTS (${EARLIER})
  ORDER BY next_attempt_at, id LIMIT ${MAX_PARKED_AT_ONCE} FOR UPDATE SKIP LOCKED
)
UPDATE deliveries SET next_attempt_at = ${PARKED} FROM blocked WHERE deliveries.id = blocked.id
RETURNING deliveries.order_key AS "orderKey"`;

/** Parks what is due and has to wait for an earlier one. @param webhookId uuid */
export async function parkBlocked(webhookId: string): Promise<void> {
  for (let parked = MAX_PARKED_AT_ONCE; parked === MAX_PARKED_AT_ONCE;) {
    const query = { name: "park", text: PARK, values: [webhookId] };
    const { rows } = await hotPool().query<{ orderKey: string }>(query);
    parked = rows.length;
    // The earlier one may have ended while these were being parked: whoever looks last sees both.
    const keys = [...new Set(rows.map(({ orderKey }) => orderKey))];
    await bringForward(keys.map((orderKey) => ({ webhookId, orderKey })));
  }
}

const BRING_FORWARD = `
UPDATE deliveries SET next_attempt_at = now()
FROM unnest($1::uuid[], $2::text[]) AS ended (webhook_id, order_key) CROSS JOIN LATERAL (
  SELECT id FROM deliveries
  WHERE webhook_id = ended.webhook_id AND order_key = ended.order_key AND status = 'pending'
  ORDER BY event_id, id LIMIT 1
) AS first
WHERE deliveries.id = first.id AND deliveries.status = 'pending' AND deliveries.next_attempt_at = ${PARKED}`;

/** Lets the next delivery of each key go, where it is parked: after an earlier one has ended. */
export async function bringForward(keys: readonly { webhookId: string; orderKey: string }[]): Promise<void> {
  if (keys.length === 0) return;
  const values = pgColumns(keys, [
    ["uuid", ({ webhookId }) => webhookId],
    ["text", ({ orderKey }) => orderKey],
  ]);
  await hotPool().query({ name: "bring-forward", text: BRING_FORWARD, values });
}

const FORGOTTEN = `
UPDATE deliveries SET next_attempt_at = now()
FROM webhooks
WHERE webhooks.was_ordered AND webhooks.deleted_at IS NULL AND deliveries.webhook_id = webhooks.id
  AND deliveries.status = 'pending' AND deliveries.cause = 'event' AND deliveries.next_attempt_at = ${PARKED}
  AND NOT EXISTS (${EARLIER})`;

/** The net: a worker that died, or deliveries that were cancelled, may have left the first of a key parked. */
export async function bringForwardForgotten(): Promise<void> {
  await hotPool().query({ name: "forgotten", text: FORGOTTEN });
}
