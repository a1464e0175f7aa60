/** Whether what a delivery's latest attempt sent passes the check that its format documents: the one receivers copy. */
import { authorize, type Actor } from "../accounts/actor";
import { verify } from "../client/verify";
import type { HeaderPairs } from "../core/attempt";
import { notFound } from "../core/errors";
import { FORMAT_NAMES, FORMATS, sendsAuthorization, type FormatName } from "../core/formats";
import { decodeId } from "../core/ids";
import type { DeliverySignatures } from "../core/webhook-test";
import { prisma } from "../db";
import { SealBroken, unseal } from "../vault";
import type { Webhook as WebhookRow } from "../../prisma/client/client";
import { getDelivery } from "./deliveries";

type Checked = DeliverySignatures["data"][number];

/** @returns by format, the one of the body first; nothing before the first attempt that sent something */
export async function checkSignatures(actor: Actor, id: string): Promise<DeliverySignatures> {
  authorize(actor, "webhooks:read");
  const delivery = await getDelivery(actor, id);
  const { accountId } = actor;
  const deliveryId = decodeId("delivery", id) ?? "";
  const row = await prisma().attempt.findFirst({
    where: { deliveryId, accountId, format: { not: null } },
    orderBy: { number: "desc" },
  });
  const webhook = row && (await prisma().webhook.findFirst({ where: { id: row.webhookId, accountId } }));
  const own = FORMAT_NAMES.find((name) => name === row?.format);
  if (!row || !own) return { data: [] };
  if (!webhook) throw notFound();
  const headers = (row.requestHeaders ?? []) as HeaderPairs;
  const formats = [own, ...FORMAT_NAMES.filter((name) => name !== own && isCarried(name, headers))];
  const sent = { headers, body: delivery.requestBody, at: row.startedAt };
  return { data: formats.map((format) => check(format, sent, webhook)) };
}

function isCarried(format: FormatName, headers: HeaderPairs): boolean {
  if (sendsAuthorization(format)) return false;
  const [first] = FORMATS[format].headerNames;
  return headers.some(([name]) => name.toLowerCase() === first?.toLowerCase());
}

interface Sent {
  headers: HeaderPairs;
  body: string;
  at: Date;
}

function check(format: FormatName, { headers, body, at }: Sent, webhook: WebhookRow): Checked {
  if (sendsAuthorization(format)) return { format, result: "unsigned", reason: null };
  const isSecretNewer = webhook.secretRotatedAt !== null && webhook.secretRotatedAt > at;
  const options = { format, secret: secretsOf(webhook), now: at };
  const result = options.secret.length > 0 && verify(body, Object.fromEntries(headers), options);
  if (result && result.ok) return { format, result: "verified", reason: null };
  if (!result || isSecretNewer) return { format, result: "unknown", reason: null };
  return { format, result: "wrong", reason: result.reason };
}

/** Those that open. */
function secretsOf({ id, secret, previousSecret }: WebhookRow): string[] {
  try {
    return [secret, previousSecret].flatMap((sealed) => (sealed ? [unseal(sealed, id)] : []));
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}
