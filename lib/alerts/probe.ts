/** One of the deliveries that a disabled webhook holds is let out, to see whether its receiver works again. */
import type { Transaction } from "../db";
import { IS_FIRST_OF_ITS_KEY, PARKED } from "../deliveries/order";
import { Prisma } from "../../prisma/client/client";
import type { Course } from "./course-facts";

const IN_ITS_TURN = Prisma.raw(`deliveries.next_attempt_at < ${PARKED} AND ${IS_FIRST_OF_ITS_KEY}`);

/**
 * The one that has waited longest. One that has failed waits behind the others: what a receiver can't digest does not keep
 * its webhook disabled.
 * @returns false where it holds nothing; it is looked for again at the next time
 */
export async function letOneOut(
  tx: Pick<Transaction, "webhook" | "$queryRaw">,
  { webhookId }: Course,
  now: Date,
): Promise<boolean> {
  const [probe] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE deliveries SET next_attempt_at = least(deliveries.next_attempt_at, ${now}::timestamptz)
    FROM (
      SELECT deliveries.id FROM deliveries JOIN webhooks ON webhooks.id = deliveries.webhook_id
      WHERE deliveries.webhook_id = ${webhookId}::uuid AND deliveries.status = 'pending' AND deliveries.cause = 'event'
        AND (deliveries.leased_until IS NULL OR deliveries.leased_until < now())
        AND (webhooks.discard_before IS NULL OR deliveries.id >= webhooks.discard_before) AND ${IN_ITS_TURN}
      ORDER BY deliveries.next_attempt_at, deliveries.id LIMIT 1
    ) AS oldest
    WHERE deliveries.id = oldest.id AND deliveries.status = 'pending'
    RETURNING deliveries.id`;
  await tx.webhook.update({
    where: { id: webhookId },
    data: { probedAt: now, probeDeliveryId: probe?.id ?? null },
  });
  return probe !== undefined;
}

/**
 * It waits for the next time, and what was let out waits with the rest.
 * @param isGone the receiver said that it is gone for good: it is asked no more
 */
export async function endProbe(
  tx: Pick<Transaction, "webhook" | "$executeRaw">,
  { webhookId, probeDeliveryId }: Course,
  { isGone, now }: { isGone: boolean; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET next_attempt_at = least(next_attempt_at, ${now}::timestamptz)
    WHERE id = ${probeDeliveryId}::uuid AND status = 'pending'`;
  await tx.webhook.update({
    where: { id: webhookId },
    data: { probeDeliveryId: null, ...(isGone ? { disabledReason: "gone" } : {}) },
  });
}
