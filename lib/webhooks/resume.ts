/** A status that is given by hand: what was known of failing is forgotten where it is resumed. */
import type { UpdateWebhook } from "../core/webhook";
import type { Transaction } from "../db";
import type { Webhook as WebhookRow } from "../../prisma/client/client";

/** @param status undefined where it stays */
export function statusColumns({ status: before }: Pick<WebhookRow, "status">, status: UpdateWebhook["status"]) {
  if (status === undefined) return {};
  return {
    status,
    ...{ disabledReason: null, disabledAt: null, probeDeliveryId: null, probedAt: null },
    ...(status === "active" && before !== "active" ? { resumedAt: new Date() } : {}),
  };
}

/**
 * The time it was paused or disabled doesn't count as failing, and what failed before says nothing about what it does now:
 * where it fails again, its owner is warned again before it is disabled.
 */
export async function forgetFailures(
  tx: Pick<Transaction, "webhookHealth" | "incident">,
  { id: webhookId }: Pick<WebhookRow, "id">,
): Promise<void> {
  const nothing = { consecutiveFailures: 0, failingSince: null, exhaustedAt: null };
  await tx.webhookHealth.updateMany({ where: { webhookId }, data: nothing });
  await tx.incident.updateMany({
    where: { webhookId, kind: "failing", ruleId: null, closedAt: null },
    data: { noticedAt: null },
  });
}
