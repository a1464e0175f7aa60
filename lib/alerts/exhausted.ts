/** Tells of deliveries that have used up their retries, in the transaction that takes them off the list. */
import { encodeId } from "../core/ids";
import { patternsMatching } from "../core/subscription";
import { prisma } from "../db";
import { OPERATIONAL_TYPES, publishOperational } from "../webhooks/operational-events";
import { failurePart, webhookPart } from "./operational-data";

const PORTION = 200;
const TYPE = "delivery.exhausted";

interface Exhausted {
  account_id: string;
  webhook_id: string;
  title: string;
  url: string;
  delivery_id: string;
  event_id: string;
  event_type: string;
  attempts: number;
  response_code: number | null;
  error: string | null;
  at: Date;
}

/** A portion; others take others. @returns whether there may be more */
export async function announceExhausted(): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const taken = await tx.$queryRaw<{ delivery_id: string; at: Date }[]>`
      DELETE FROM exhausted_deliveries WHERE delivery_id IN (
        SELECT delivery_id FROM exhausted_deliveries ORDER BY at LIMIT ${PORTION} FOR UPDATE SKIP LOCKED
      ) RETURNING delivery_id, at`;
    // Where nobody else listens, there is nobody to tell.
    const rows = await tx.$queryRaw<Exhausted[]>`
      SELECT delivery.account_id, webhook_id, webhook.title, webhook.url, delivery_id, event_id, event_type, attempts,
        response_code, error, taken.at
      FROM unnest(${taken.map((row) => row.delivery_id)}::uuid[], ${taken.map((row) => row.at)}::timestamptz[])
          AS taken (delivery_id, at)
        JOIN deliveries delivery ON delivery.id = delivery_id
        JOIN webhooks webhook ON webhook.id = webhook_id
      WHERE event_type <> ALL (${OPERATIONAL_TYPES}) AND EXISTS (
        SELECT FROM webhooks other
        WHERE other.account_id = delivery.account_id AND other.id <> webhook_id AND other.deleted_at IS NULL
          AND other.events && ${patternsMatching(TYPE)}
      ) ORDER BY taken.at, delivery_id`;
    await publishOperational(
      tx,
      rows.map((row) => ({
        accountId: row.account_id,
        webhookId: row.webhook_id,
        type: TYPE,
        data: dataOf(row),
        at: row.at,
      })),
    );
    return taken.length === PORTION;
  });
}

const dataOf = (row: Exhausted) => ({
  delivery_id: encodeId("delivery", row.delivery_id),
  event_id: encodeId("event", row.event_id),
  event_type: row.event_type,
  webhook: webhookPart({ id: row.webhook_id, title: row.title, url: row.url }),
  attempts: row.attempts,
  ...failurePart(row.response_code, row.error),
  exhausted_at: row.at.toISOString(),
});
