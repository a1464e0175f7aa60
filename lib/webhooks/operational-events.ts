/** Events about webhooks themselves: published with the webhook that they tell of left out, in a transaction of the teller's. */
import { WEBHOOKS } from "../core/catalogue/webhooks";
import type { Transaction } from "../db";
import { newId } from "../new-id";
import { insertEvents, type RunSql } from "./insert-events";

export interface OperationalEvent {
  /** uuid */
  accountId: string;
  /** uuid of the webhook that it tells of. */
  webhookId: string;
  type: "webhook.failing" | "webhook.disabled" | "webhook.recovered" | "delivery.exhausted";
  /** As the catalogue's schema of the type has it. */
  data: object;
  at: Date;
}

/** What becomes of a delivery of one of these is told to nobody: two webhooks that fail would tell each other for ever. */
export const OPERATIONAL_TYPES: readonly string[] = WEBHOOKS.types.map(({ name }) => name);

export async function publishOperational(
  tx: Pick<Transaction, "$queryRawUnsafe">,
  events: readonly OperationalEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const run: RunSql = (_name, text, values) => tx.$queryRawUnsafe(text, ...values);
  const publishes = events.map(({ accountId, webhookId, type, data, at }) => ({
    accountId,
    leftOut: webhookId,
    events: [{ id: newId(), type, timestamp: at, data: JSON.stringify(data) }],
  }));
  await insertEvents(run, publishes);
}
