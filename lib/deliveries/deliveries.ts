/** Reading deliveries, and trying one again. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import type { DeliveriesPage, DeliveriesQuery, Delivery, DeliveryDetail } from "../core/delivery";
import { AppError, notFound } from "../core/errors";
import { DEFAULT_FORMAT, FORMAT_NAMES } from "../core/formats";
import { bodyAgain } from "../core/formats/request";
import { decodeId, encodeId, uuidInstant } from "../core/ids";
import { cutBothWays, readPosition } from "../core/page";
import { delaysOf } from "../core/retry";
import { prisma } from "../db";
import { ring } from "../queue";
import { retryPolicyOf } from "../webhooks/view";
import type {
  Attempt as AttemptRow,
  Delivery as DeliveryRow,
  Event as EventRow,
  Webhook as WebhookRow,
} from "../../prisma/client/client";
import { readLog } from "./read-log";
import { statusOf, viewAttempt, viewDeliveries, viewDelivery } from "./view";
import { whereOf } from "./where";

const MAX_ATTEMPTS_SHOWN = 100;

/** Newest first, from a position on in either direction. A page may be short, or empty, and still lead on. */
export async function listDeliveries(actor: Actor, query: DeliveriesQuery): Promise<DeliveriesPage> {
  authorize(actor, "webhooks:read");
  const position = readPosition(query.cursor);
  const log = await whereOf(actor.accountId, query);
  const looked = await readLog(log, position, query.limit + 1);
  const { rows, ...cursors } = cutBothWays(looked, position, query.limit, ({ id }) => id);
  const isShort = looked.rows.length <= query.limit && looked.reached !== undefined;
  return {
    data: await viewDeliveries(actor.accountId, rows),
    ...cursors,
    searchedTo: isShort && looked.reached ? uuidInstant(looked.reached).toISOString() : null,
  };
}

export async function getDelivery(actor: Actor, id: string): Promise<DeliveryDetail> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  const { row, webhook } = await find(accountId, id);
  const [event, attempts, redelivery] = await Promise.all([
    prisma().event.findFirst({ where: { id: row.eventId, accountId } }),
    prisma().attempt.findMany({
      where: { deliveryId: row.id, accountId },
      orderBy: { number: "desc" },
      take: MAX_ATTEMPTS_SHOWN,
    }),
    row.redeliveryId ? prisma().redelivery.findFirst({ where: { id: row.redeliveryId, accountId } }) : null,
  ]);
  if (!event) throw notFound();
  const lastSent = attempts.find(({ format }) => format !== null);
  const requestBody = bodyOf(row, event, lastSent ?? { format: webhook.format, bodySignature: null });
  return {
    ...viewDelivery(row, webhook),
    webhookUrl: webhook.url,
    webhookStatus:
      webhook.deletedAt && !webhook.isDraft ? "deleted" : (webhook.status as DeliveryDetail["webhookStatus"]),
    eventTimestamp: event.timestamp.toISOString(),
    requestBody,
    scheduledDelaysSeconds: row.cause === "test" ? [] : [...delaysOf(retryPolicyOf(webhook))],
    failures: row.failures,
    timeoutMs: webhook.timeoutMs,
    secretRotatedAt: webhook.secretRotatedAt?.toISOString() ?? null,
    redelivery: redelivery && {
      id: encodeId("redelivery", redelivery.id),
      kind: redelivery.kind === "replay" ? "replay" : "retry",
    },
    attempts: attempts.toReversed().map((attempt) => {
      // What an interrupted attempt has sent isn't known.
      const sent = attempt.format === null ? requestBody : bodyOf(row, event, attempt);
      return viewAttempt(attempt, sent === requestBody ? null : sent);
    }),
  };
}

type Sent = Pick<AttemptRow, "format" | "bodySignature">;

/** Exactly the bytes that this attempt sent. */
function bodyOf(row: DeliveryRow, event: EventRow, sent: Sent): string {
  const outgoing = {
    eventId: encodeId("event", event.id),
    deliveryId: encodeId("delivery", row.id),
    attempt: row.attempts,
    attemptedAt: row.createdAt,
    type: event.type,
    timestamp: event.timestamp,
    accountId: encodeId("account", row.accountId),
    webhookId: encodeId("webhook", row.webhookId),
    data: event.data,
  };
  const format = FORMAT_NAMES.find((name) => name === sent.format) ?? DEFAULT_FORMAT;
  return bodyAgain(format, outgoing, sent.bodySignature);
}

/**
 * Tries a delivery again at once. One that has ended begins its schedule anew; one that waits is brought forward. Until
 * it ends (again), its failures don't count for the webhook's health.
 * @throws AppError conflict where its webhook takes no deliveries
 */
export async function retryDelivery(actor: Actor, id: string): Promise<Delivery> {
  authorize(actor, "webhooks:write");
  const { accountId } = actor;
  const { row, webhook } = await find(accountId, id);
  if (webhook.isDraft) throw new AppError("conflict", "It was a test of what isn't saved. Send a new one.");
  if (webhook.deletedAt) throw new AppError("conflict", "Its webhook was deleted: there is nowhere to send it.");
  if (webhook.status !== "active" && row.cause !== "test") {
    throw new AppError("conflict", `Its webhook is ${webhook.status}. Resume the webhook first.`);
  }
  if (row.status === "pending" && statusOf(row, webhook) === "cancelled") {
    throw new AppError("conflict", "It is just being cancelled. Try again in a moment.");
  }
  await prisma().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE deliveries
      SET next_attempt_at = now(), status = 'pending', finished_at = NULL, manual = cause = 'event',
        failures = CASE WHEN status = 'pending' THEN failures ELSE 0 END
      WHERE id = ${row.id}::uuid AND account_id = ${accountId}::uuid
        AND NOT (status = 'pending' AND leased_until IS NOT NULL AND leased_until > now())`;
    if (changed === 0) throw new AppError("conflict", "An attempt is under way. Wait for its result.");
    await audit(tx, actor, "delivery.retried", id);
  });
  void ring([row.webhookId]);
  return viewDelivery((await find(accountId, id)).row, webhook);
}

async function find(accountId: string, id: string): Promise<{ row: DeliveryRow; webhook: WebhookRow }> {
  const uuid = decodeId("delivery", id);
  const row = uuid ? await prisma().delivery.findFirst({ where: { id: uuid, accountId } }) : null;
  const webhook = row ? await prisma().webhook.findFirst({ where: { id: row.webhookId, accountId } }) : null;
  if (!row || !webhook) throw notFound();
  return { row, webhook };
}
