import type { AuditAction } from "../core/audit-actions";
import type { Transaction } from "../db";
import { newId } from "../new-id";
import type { Actor } from "./actor";

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
