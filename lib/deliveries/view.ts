/** Deliveries and attempts as the API gives them. */
import { ATTEMPT_ERRORS, type HeaderPairs } from "../core/attempt";
import { ATTEMPT_OUTCOMES, type Attempt, type Delivery } from "../core/delivery";
import type { DeliveryStatus } from "../core/delivery-status";
import { encodeId } from "../core/ids";
import { prisma } from "../db";
import { PARKED_UNTIL } from "./order";
import type { Attempt as AttemptRow, Delivery as DeliveryRow, Webhook as WebhookRow } from "../../prisma/client/client";

type WebhookState = Pick<WebhookRow, "status" | "deletedAt" | "discardBefore" | "isDraft">;

/**
 * A delivery's status as its owner sees it: what waits for a paused or disabled webhook is held, what waited for a
 * deleted one, or was discarded when it was resumed, is cancelled. Pausing a webhook with a million deliveries pending is therefore one row's update.
 */
export function statusOf(row: Pick<DeliveryRow, "id" | "status" | "cause">, webhook: WebhookState): DeliveryStatus {
  if (row.status !== "pending") return row.status as DeliveryStatus;
  if (webhook.deletedAt && !webhook.isDraft) return "cancelled";
  if (row.cause === "test") return "pending";
  if (webhook.discardBefore && row.id < webhook.discardBefore) return "cancelled";
  return webhook.status === "active" ? "pending" : "held";
}

/** @param rows deliveries of this account */
export async function viewDeliveries(accountId: string, rows: readonly DeliveryRow[]): Promise<Delivery[]> {
  const webhooks = await prisma().webhook.findMany({
    where: { accountId, id: { in: [...new Set(rows.map(({ webhookId }) => webhookId))] } },
    select: { id: true, title: true, status: true, deletedAt: true, discardBefore: true, isDraft: true },
  });
  const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
  return rows.flatMap((row) => {
    const webhook = byId.get(row.webhookId);
    return webhook ? [viewDelivery(row, webhook)] : [];
  });
}

export function viewDelivery(row: DeliveryRow, webhook: WebhookState & Pick<WebhookRow, "title">): Delivery {
  const status = statusOf(row, webhook);
  return {
    id: encodeId("delivery", row.id),
    eventId: encodeId("event", row.eventId),
    eventType: row.eventType,
    webhookId: encodeId("webhook", row.webhookId),
    webhookTitle: webhook.title,
    cause: row.cause === "test" ? "test" : "event",
    status,
    attemptCount: row.attempts,
    nextAttemptAt: status === "pending" && !isParked(row) ? iso(row.nextAttemptAt) : null,
    responseCode: row.responseCode,
    error: knownError(row.error),
    durationMs: row.durationMs,
    lastAttemptAt: iso(row.lastAttemptAt),
    finishedAt: iso(row.finishedAt),
    createdAt: row.createdAt.toISOString(),
  };
}

/** @param requestBody null where it is the delivery's */
export function viewAttempt(row: AttemptRow, requestBody: string | null): Attempt {
  return {
    id: encodeId("attempt", row.id),
    number: row.number,
    startedAt: row.startedAt.toISOString(),
    durationMs: row.durationMs,
    outcome: ATTEMPT_OUTCOMES.find((outcome) => outcome === row.outcome) ?? "failed",
    url: row.url,
    responseCode: row.responseCode,
    error: knownError(row.error),
    errorDetail: row.errorDetail,
    requestHeaders: (row.requestHeaders ?? []) as HeaderPairs,
    requestBody,
    responseHeaders: (row.responseHeaders ?? []) as HeaderPairs,
    responseBody: row.responseBody ? Buffer.from(row.responseBody).toString("utf8") : null,
    responseBytes: row.responseBytes,
    dnsMs: row.dnsMs,
    connectMs: row.connectMs,
    tlsMs: row.tlsMs,
    firstByteMs: row.firstByteMs,
    remoteAddress: row.remoteAddress,
    tlsVersion: row.tlsVersion,
    tlsExpiresAt: iso(row.tlsExpiresAt),
    manual: row.manual,
  };
}

/** Behind an earlier delivery with the same key, it has no time of its own. */
const isParked = ({ nextAttemptAt }: DeliveryRow) => nextAttemptAt !== null && nextAttemptAt >= PARKED_UNTIL;

const iso = (at: Date | null) => at?.toISOString() ?? null;
const knownError = (error: string | null) => ATTEMPT_ERRORS.find((known) => known === error) ?? null;
