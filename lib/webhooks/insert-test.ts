/** A test is an event that is meant for one webhook, and is in no one's subscription. */
import type { Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { invalid } from "../core/errors";
import { encodeId } from "../core/ids";
import type { Json } from "../core/json";
import { TEST_EVENT_TYPE, unknownType } from "../core/subscription";
import { prisma, type Transaction } from "../db";
import { newId } from "../new-id";
import type { Delivery as DeliveryRow } from "../../prisma/client/client";
import { sampleOf } from "./event-names";

interface Test {
  type: string;
  /** Without it, the type's sample. */
  data?: Record<string, Json> | undefined;
  webhook: { id: string; title: string };
}

/**
 * @returns writes the test, due at once, in a transaction of the caller's
 * @throws AppError validation_failed where this account has no such type
 */
export async function prepareTest(actor: Actor, { type, data, webhook }: Test) {
  const { accountId } = actor;
  const known = await sampleOf(prisma(), accountId, type);
  if (!known) throw invalid({ type: unknownType(type) });
  const target = encodeId("webhook", webhook.id);
  const sample = type === TEST_EVENT_TYPE ? { ...known, webhook: { id: target, title: webhook.title } } : known;
  return async (tx: Pick<Transaction, "event" | "delivery" | "auditEntry">): Promise<DeliveryRow> => {
    const now = new Date();
    const eventId = newId();
    await tx.event.create({
      data: { id: eventId, accountId, type, timestamp: now, data: JSON.stringify(data ?? sample), deliveries: 1 },
    });
    await audit(tx, actor, "webhook.tested", target);
    const row = { id: newId(), accountId, webhookId: webhook.id, eventId, eventType: type };
    return tx.delivery.create({ data: { ...row, cause: "test", nextAttemptAt: now } });
  };
}
