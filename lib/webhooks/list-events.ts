/** The events of an account, newest first, each with its first deliveries. */
import { authorize, type Actor } from "../accounts/actor";
import type { Delivery } from "../core/delivery";
import { LISTED_DELIVERIES, type EventsQuery, type ListedEvent } from "../core/event";
import { encodeId } from "../core/ids";
import { cutPage, encodeCursor, type Page } from "../core/page";
import { pool, prisma } from "../db";
import { viewDeliveries } from "../deliveries/view";
import { idRange } from "../deliveries/where";
import { draftsOf } from "./drafts";
import { warningsOf } from "./insert-events";

/** As in the log: a rare type may be far away, and a page looks at so many events and no more. */
const LOOKED_AT_MAX = 20_000;

const select = { id: true, type: true, timestamp: true, createdAt: true, deliveries: true, warnings: true } as const;

/** A page may be short, or empty, and still lead on. */
export async function listEvents(actor: Actor, query: EventsQuery): Promise<Page<ListedEvent>> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  const { limit, type } = query;
  const orderBy = { id: "desc" } as const;
  const led = { AND: [{ accountId, ...idRange(query) }, await withoutDrafts(accountId)] };
  const [lowest] = type?.length
    ? await prisma().event.findMany({ where: led, orderBy, skip: LOOKED_AT_MAX - 1, take: 1, select: { id: true } })
    : [];
  const sought = [...(type?.length ? [{ type: { in: type } }] : []), ...(lowest ? [{ id: { gte: lowest.id } }] : [])];
  const rows = await prisma().event.findMany({ where: { AND: [led, ...sought] }, orderBy, take: limit + 1, select });
  const page = cutPage(rows, limit, ({ id }) => id);
  const deliveries = await deliveriesOf(
    accountId,
    page.rows.map(({ id }) => id),
  );
  return {
    data: page.rows.map((row) => {
      const id = encodeId("event", row.id);
      return {
        id,
        type: row.type,
        timestamp: row.timestamp.toISOString(),
        createdAt: row.createdAt.toISOString(),
        deliveryCount: row.deliveries,
        ...warningsOf(row),
        deliveries: deliveries.filter(({ eventId }) => eventId === id),
      };
    }),
    nextCursor: page.nextCursor ?? (lowest ? encodeCursor(lowest.id) : null),
  };
}

/** Tests of webhooks that were not saved are nobody's events. */
async function withoutDrafts(accountId: string) {
  const drafts = await draftsOf(accountId);
  if (drafts.length === 0) return {};
  const where = { accountId, webhookId: { in: drafts } };
  const tests = await prisma().delivery.findMany({ where, select: { eventId: true } });
  return { id: { notIn: tests.map(({ eventId }) => eventId) } };
}

const FIRST_OF_EACH = `
SELECT first.id FROM unnest($1::uuid[]) AS event (id),
  LATERAL (SELECT id FROM deliveries WHERE event_id = event.id AND account_id = $2 ORDER BY id LIMIT $3) AS first`;

async function deliveriesOf(accountId: string, eventIds: string[]): Promise<Delivery[]> {
  const { rows } = await pool().query<{ id: string }>(FIRST_OF_EACH, [eventIds, accountId, LISTED_DELIVERIES]);
  const ids = rows.map(({ id }) => id);
  const deliveries = await prisma().delivery.findMany({
    where: { accountId, id: { in: ids } },
    orderBy: { id: "asc" },
  });
  return viewDeliveries(accountId, deliveries);
}
