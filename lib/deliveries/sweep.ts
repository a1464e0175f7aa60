/** Which webhooks have something due: the net under lost bells, lost Redis and missed timers. */
import { hotPool } from "../db";

/** One look into an index a webhook. What a paused webhook holds is not looked at, however much it is. */
const SWEEP = `
SELECT webhooks.id FROM webhooks
WHERE webhooks.deleted_at IS NULL AND (
  (webhooks.status = 'active' AND webhooks.discard_before IS NULL AND EXISTS (
    SELECT FROM deliveries
    WHERE deliveries.webhook_id = webhooks.id AND deliveries.status = 'pending' AND deliveries.cause = 'event'
      AND deliveries.next_attempt_at <= now() AND (deliveries.leased_until IS NULL OR deliveries.leased_until < now())))
  OR EXISTS (
    SELECT FROM deliveries
    WHERE deliveries.webhook_id = webhooks.id AND deliveries.status = 'pending' AND deliveries.cause = 'test'
      AND deliveries.next_attempt_at <= now() AND (deliveries.leased_until IS NULL OR deliveries.leased_until < now()))
  OR (webhooks.status = 'disabled' AND webhooks.probe_delivery_id IS NOT NULL AND EXISTS (
    SELECT FROM deliveries
    WHERE deliveries.id = webhooks.probe_delivery_id AND deliveries.status = 'pending'
      AND deliveries.next_attempt_at <= now() AND (deliveries.leased_until IS NULL OR deliveries.leased_until < now()))))
UNION ALL
SELECT webhooks.id FROM webhooks
WHERE webhooks.is_draft AND EXISTS (
  SELECT FROM deliveries
  WHERE deliveries.webhook_id = webhooks.id AND deliveries.status = 'pending' AND deliveries.cause = 'test'
    AND deliveries.next_attempt_at <= now() AND (deliveries.leased_until IS NULL OR deliveries.leased_until < now()))`;

/** @returns uuids */
export async function findDueWebhooks(): Promise<string[]> {
  return (await hotPool().query<{ id: string }>({ name: "sweep", text: SWEEP })).rows.map(({ id }) => id);
}
