/** What is told: a row in the inbox first, in the transaction of what it tells. */
import type { Transaction } from "../db";
import { newId } from "../new-id";

export interface NewNotice {
  /** uuids */
  accountId: string;
  webhookId: string | null;
  ruleId: string | null;
  incidentId: string | null;
  kind: string;
  tone: "bad" | "warn" | "ok";
  /** One sentence, without a full stop. */
  title: string;
  /** What the sentence rests on. */
  facts: Record<string, unknown>;
}

/** @returns uuid */
export async function notify(tx: Pick<Transaction, "notice">, notice: NewNotice, now: Date): Promise<string> {
  const id = newId();
  const { facts, ...fields } = notice;
  await tx.notice.create({ data: { ...fields, facts: facts as object, id, createdAt: now } });
  return id;
}
