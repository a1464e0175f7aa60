import type { Transaction } from "../db";
import { newId } from "../new-id";
import type { Actor } from "./actor";

export type AuditAction =
  | "account.created"
  | "member.signed_in"
  | "member.signed_out"
  | "api_key.created"
  | "api_key.revoked"
  | "inspector.created"
  | "inspector.updated"
  | "inspector.deleted"
  | "webhook.created"
  | "webhook.updated"
  | "webhook.secret_rotated"
  | "webhook.tested"
  | "webhook.deleted"
  | "webhook.held_discarded"
  | "webhook.replayed"
  | "event_type.created"
  | "event_type.updated"
  | "event_type.deleted"
  | "alert_rule.created"
  | "alert_rule.updated"
  | "alert_rule.deleted"
  | "alert_rule.tested"
  | "alert_settings.updated"
  | "event_set.created"
  | "event_set.deleted"
  | "publishing.updated"
  | "disabling.updated"
  | "delivery.retried"
  | "deliveries.retried"
  | "redelivery.paused"
  | "redelivery.resumed"
  | "redelivery.cancelled";

/** Appends to the audit log, in the transaction of what it tells. Never holds a secret. */
export async function audit(
  tx: Pick<Transaction, "auditEntry">,
  actor: Pick<Actor, "accountId" | "label" | "address">,
  action: AuditAction,
  target: string,
): Promise<void> {
  const { accountId, label, address } = actor;
  await tx.auditEntry.create({ data: { id: newId(), accountId, actor: label, action, target, address } });
}
