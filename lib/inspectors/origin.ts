/** Whose request it was that an inspector received: the delivery, and the webhook that signed it. */
import type { Actor } from "../accounts/actor";
import type { HeaderPairs } from "../core/attempt";
import { decodeId, encodeId } from "../core/ids";
import type { SignatureCheck } from "../core/inspector";
import { checkSignature, type CheckedRequest } from "../core/signature-check";
import { prisma } from "../db";
import { destinationOf } from "../deliveries/destination";
import { SealBroken } from "../vault";
import type { Webhook as WebhookRow } from "../../prisma/client/client";
import type { Sender } from "./senders";

const DELIVERY_HEADER = /^x-(sydx|webhook)-delivery-id$/i;
const EVENT_HEADER = /^webhook-id$/i;

interface FoundDelivery {
  /** `dlv_…` */
  id: string;
  /** uuid */
  webhookId: string;
}

/** Anybody may send such headers: it is a delivery only where this account has it. */
export async function deliveryIn({ accountId }: Actor, headers: HeaderPairs): Promise<FoundDelivery | undefined> {
  const valueOf = (pattern: RegExp) => headers.find(([name]) => pattern.test(name))?.[1] ?? "";
  const id = decodeId("delivery", valueOf(DELIVERY_HEADER));
  const eventId = decodeId("event", valueOf(EVENT_HEADER));
  if (!id && !eventId) return undefined;
  const row = await prisma().delivery.findFirst({
    where: { accountId, ...(id ? { id } : { eventId: eventId ?? "" }) },
    orderBy: { id: "desc" },
    select: { id: true, webhookId: true },
  });
  return row ? { id: encodeId("delivery", row.id), webhookId: row.webhookId } : undefined;
}

/**
 * Whose secret it may have been signed with: that of its delivery's webhook, also where that was not saved yet, is deleted
 * or sends elsewhere by now; else of any that sends here.
 */
export async function signersOf(
  { accountId }: Actor,
  delivery: FoundDelivery | undefined,
  senders: readonly Sender[],
): Promise<WebhookRow[]> {
  const webhooks = senders.map(({ webhook }) => webhook);
  if (!delivery) return webhooks;
  const where = { id: delivery.webhookId, accountId };
  const own = webhooks.find(({ id }) => id === delivery.webhookId) ?? (await prisma().webhook.findFirst({ where }));
  return own ? [own] : webhooks;
}

/** Of several it is the one whose signature it is. */
export function checkWithSigners(request: CheckedRequest, signers: readonly WebhookRow[]): SignatureCheck[] {
  const checks = signers.map((webhook) => checkWith(request, webhook));
  return checks.find((some) => some.some(({ verdict }) => verdict === "verified")) ?? checks[0] ?? [];
}

/** Nothing where its secret can't be read: then nothing is sent, either. */
function checkWith(request: CheckedRequest, webhook: WebhookRow): SignatureCheck[] {
  try {
    const { format, alsoSign, keys } = destinationOf(webhook);
    const { secret, previousSecret } = keys;
    const rotatedAt = webhook.secretRotatedAt ?? undefined;
    return [format, ...(alsoSign ? [alsoSign] : [])].map((signedAs) => ({
      ...checkSignature(signedAs, request, { secret, previousSecret, rotatedAt }),
      webhookId: encodeId("webhook", webhook.id),
      webhookTitle: webhook.title,
    }));
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}
