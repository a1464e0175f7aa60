/** Reading events. */
import { authorize, type Actor } from "../accounts/actor";
import { notFound } from "../core/errors";
import type { EventDetail } from "../core/event";
import { decodeId, encodeId } from "../core/ids";
import { prisma } from "../db";
import { viewDeliveries } from "../deliveries/view";
import { warningsOf } from "./insert-events";

const MAX_DELIVERIES = 200;

export async function getEvent(actor: Actor, id: string): Promise<EventDetail> {
  authorize(actor, "webhooks:read");
  const uuid = decodeId("event", id);
  const event = uuid ? await prisma().event.findFirst({ where: { id: uuid, accountId: actor.accountId } }) : null;
  if (!event) throw notFound();
  const deliveries = await prisma().delivery.findMany({
    where: { eventId: event.id, accountId: actor.accountId },
    orderBy: { id: "asc" },
    take: MAX_DELIVERIES,
  });
  return {
    id: encodeId("event", event.id),
    type: event.type,
    timestamp: event.timestamp.toISOString(),
    createdAt: event.createdAt.toISOString(),
    deliveryCount: event.deliveries,
    data: JSON.parse(event.data) as EventDetail["data"],
    ...warningsOf(event),
    deliveries: await viewDeliveries(actor.accountId, deliveries),
  };
}
