/** Deliveries for a listener on a developer's machine: signed as the worker would send them now. Secrets stay here. */
import { authorize, type Actor } from "../accounts/actor";
import { maskAuthorization } from "../core/authorization";
import { AppError, invalid, notFound } from "../core/errors";
import { hmac } from "../core/formats/hmac";
import { buildRequest } from "../core/formats/request";
import { decodeId, encodeId, uuidFloor } from "../core/ids";
import {
  advance,
  countGiven,
  decodePosition,
  encodePosition,
  positionAt,
  type Position,
  type RequestsQuery,
  type SignedRequest,
  type SignedRequests,
} from "../core/signed-request";
import { prisma } from "../db";
import { SealBroken } from "../vault";
import { waitUntil } from "../waiting";
import { findWebhook } from "../webhooks/webhooks";
import type { Delivery as DeliveryRow, Webhook as WebhookRow } from "../../prisma/client/client";
import { destinationOf } from "./destination";
import { statusOf } from "./view";

/**
 * What a webhook was given to deliver after a position, each once, whether it was attempted or is held. Whoever may have
 * requests signed can send them anywhere, so it needs the permission to change webhooks.
 * @param until aborts the wait for a first one
 */
export async function listenForRequests(
  actor: Actor,
  webhookId: string,
  query: RequestsQuery,
  until: AbortSignal,
): Promise<SignedRequests> {
  authorize(actor, "webhooks:write");
  const webhook = await findWebhook(prisma(), actor, webhookId);
  const start = await startOf(webhook, query);
  const { rows, position } = await waitFor(webhook, start, query, until);
  const kept = rows.filter((row) => statusOf(row, webhook) !== "cancelled");
  return { data: await sign(webhook, kept), nextCursor: encodePosition(position) };
}

async function waitFor(webhook: WebhookRow, start: Position, query: RequestsQuery, until: AbortSignal) {
  const { accountId } = webhook;
  const look = () => readFrom(webhook, start, query.limit);
  let found: Awaited<ReturnType<typeof look>> | undefined;
  const isThere = async () => (found = await look()).rows.length > 0;
  await waitUntil(isThere, { accountId, waitSeconds: query.waitSeconds, until });
  return found ?? look();
}

/** One delivery as it would be sent now. */
export async function signedRequestOf(actor: Actor, deliveryId: string): Promise<SignedRequest> {
  authorize(actor, "webhooks:write");
  const { accountId } = actor;
  const uuid = decodeId("delivery", deliveryId);
  const row = uuid ? await prisma().delivery.findFirst({ where: { id: uuid, accountId } }) : null;
  if (!row) throw notFound();
  const webhook = await findWebhook(prisma(), actor, encodeId("webhook", row.webhookId));
  const [request] = await sign(webhook, [row]);
  if (!request) throw notFound();
  return request;
}

async function startOf(webhook: WebhookRow, { after, since, last }: RequestsQuery): Promise<Position> {
  if (after !== undefined) {
    const position = decodePosition(after);
    if (!position) throw invalid({ after: "This is not a cursor of these requests." });
    return position;
  }
  if (last === undefined) return positionAt(uuidFloor(since === undefined ? new Date() : new Date(since)));
  const newest = await prisma().delivery.findMany({
    where: { accountId: webhook.accountId, webhookId: webhook.id },
    orderBy: { id: "desc" },
    skip: last,
    take: 1,
    select: { id: true },
  });
  return positionAt(newest[0]?.id ?? uuidFloor(new Date(0)));
}

async function readFrom({ accountId, id: webhookId }: WebhookRow, position: Position, limit: number) {
  const read = await prisma().delivery.findMany({
    where: { accountId, webhookId, id: { gt: position.floor } },
    orderBy: { id: "asc" },
    take: position.known + limit,
  });
  const skip = countGiven(
    read.map(({ id }) => id),
    position,
  );
  const rows = read.slice(skip, skip + limit);
  if (rows.length === 0) return { rows, position };
  const ids = read.slice(0, skip + rows.length).map(({ id }) => id);
  return { rows, position: advance(position, ids) };
}

/** @throws AppError conflict where the webhook's secret can't be opened */
async function sign(webhook: WebhookRow, rows: readonly DeliveryRow[]): Promise<SignedRequest[]> {
  if (rows.length === 0) return [];
  const { accountId, webhookId, format, alsoSign, headers: extraHeaders, keys } = opened(webhook);
  const events = await prisma().event.findMany({
    where: { accountId: webhook.accountId, id: { in: [...new Set(rows.map(({ eventId }) => eventId))] } },
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  return rows.flatMap((row) => {
    const event = byId.get(row.eventId);
    if (!event) return [];
    const outgoing = {
      eventId: encodeId("event", event.id),
      deliveryId: encodeId("delivery", row.id),
      attempt: Math.max(1, row.attempts),
      attemptedAt: new Date(),
      type: event.type,
      timestamp: event.timestamp,
      accountId,
      webhookId,
      data: event.data,
    };
    const { headers, body } = buildRequest({ format, alsoSign, extraHeaders, event: outgoing, keys }, hmac);
    return {
      deliveryId: outgoing.deliveryId,
      eventId: outgoing.eventId,
      eventType: event.type,
      cause: row.cause === "test" ? "test" : "event",
      createdAt: row.createdAt.toISOString(),
      format,
      headers: maskAuthorization(headers),
      body,
    } satisfies SignedRequest;
  });
}

function opened(webhook: WebhookRow) {
  try {
    return destinationOf(webhook);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new AppError("conflict", "This webhook's secret can't be read. Rotate it.");
  }
}
