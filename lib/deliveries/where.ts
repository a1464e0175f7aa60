/** Which rows a filter of the log means. */
import { decodeId, uuidFloor } from "../core/ids";
import type { DeliveriesQuery, DeliveryStatus } from "../core/delivery";
import { readCursor } from "../core/page";
import { prisma } from "../db";
import { draftsOf } from "../webhooks/drafts";
import type { Prisma } from "../../prisma/client/client";

type Where = Prisma.DeliveryWhereInput;

export interface LogWhere {
  /** What an index leads to. */
  led: Where;
  /** What has to be looked for among those; undefined where all of them are meant. */
  sought: Where[] | undefined;
}

/** @throws AppError validation_failed where the cursor is none of ours */
export async function whereOf(accountId: string, query: DeliveriesQuery): Promise<LogWhere> {
  const { webhookId, status, type, code, error, q, redeliveryId } = query;
  // An id that is none of ours matches nothing, as one of another account does.
  const webhookIds = webhookId?.length ? webhookId.flatMap((id) => decodeId("webhook", id) ?? []) : undefined;
  const isOneWebhook = webhookIds !== undefined && webhookIds.length <= 1;
  const isFailed = status?.length === 1 && status[0] === "failed";
  const led: Where = {
    accountId,
    ...idRange(query),
    ...(isOneWebhook ? { webhookId: { in: webhookIds } } : await savedOnly(accountId)),
    ...(redeliveryId ? { redeliveryId: { in: [decodeId("redelivery", redeliveryId) ?? []].flat() } } : {}),
    ...(isFailed ? { status: "failed" } : {}),
  };
  const sought: Where[] = [
    ...(webhookIds && !isOneWebhook ? [{ webhookId: { in: webhookIds } }] : []),
    ...(status?.length && !isFailed ? [{ OR: await statusesWhere(accountId, status) }] : []),
    ...(type?.length ? [{ eventType: { in: type } }] : []),
    ...(code?.length ? [{ responseCode: { in: code.map(Number) } }] : []),
    ...(error?.length ? [{ error: { in: error } }] : []),
    ...(q?.trim() ? [await textWhere(accountId, q.trim())] : []),
  ];
  return { led, sought: sought.length > 0 ? sought : undefined };
}

/** Without tests of webhooks that were not saved: there are few at any time, and none for long. */
async function savedOnly(accountId: string): Promise<Where> {
  const drafts = await draftsOf(accountId);
  return drafts.length > 0 ? { webhookId: { notIn: drafts } } : {};
}

/** A delivery's id tells when it was made. @throws AppError validation_failed where the cursor is none of ours */
export function idRange({ cursor, from, to }: Pick<DeliveriesQuery, "cursor" | "from" | "to">) {
  const upper = [readCursor(cursor), to && floorOf(to)].flatMap((id) => id ?? []).toSorted();
  const id = { ...(upper[0] ? { lt: upper[0] } : {}), ...(from ? { gte: floorOf(from) } : {}) };
  return Object.keys(id).length > 0 ? { id } : {};
}

const floorOf = (instant: string) => uuidFloor(new Date(Math.max(Date.parse(instant), 0)));

/** An id means exactly what it names. */
async function textWhere(accountId: string, text: string): Promise<Where> {
  const [delivery, event, webhook] = [decodeId("delivery", text), decodeId("event", text), decodeId("webhook", text)];
  if (delivery) return { id: delivery };
  if (event) return { eventId: event };
  if (webhook) return { webhookId: webhook };
  const titled = await prisma().webhook.findMany({
    where: { accountId, title: { contains: text, mode: "insensitive" } },
    select: { id: true },
  });
  return {
    OR: [
      { eventType: { contains: text.toLowerCase() } },
      ...(titled.length > 0 ? [{ webhookId: { in: titled.map(({ id }) => id) } }] : []),
    ],
  };
}

/** `statusOf` (view.ts), turned round: which rows have one of these statuses. */
async function statusesWhere(
  accountId: string,
  statuses: readonly DeliveryStatus[],
): Promise<Prisma.DeliveryWhereInput[]> {
  const marked = await prisma().webhook.findMany({
    where: { accountId, discardBefore: { not: null } },
    select: { id: true, discardBefore: true },
  });
  const discarded = marked.map(({ id, discardBefore }) => ({ webhookId: id, id: { lt: discardBefore ?? "" } }));
  return statuses.map((status) => statusWhere(status, discarded));
}

function statusWhere(status: DeliveryStatus, discarded: Prisma.DeliveryWhereInput[]): Prisma.DeliveryWhereInput {
  const pending = { status: "pending" };
  const live = { deletedAt: null };
  const isEvent = { cause: { not: "test" } };
  const kept = discarded.length > 0 ? { NOT: { OR: discarded } } : {};
  switch (status) {
    case "pending":
      return {
        ...pending,
        OR: [
          { ...kept, webhook: { ...live, status: "active" } },
          { webhook: live, cause: "test" },
        ],
      };
    case "held":
      return { ...pending, ...isEvent, ...kept, webhook: { ...live, status: { not: "active" } } };
    case "cancelled":
      return {
        OR: [
          { status },
          { ...pending, webhook: { deletedAt: { not: null } } },
          ...discarded.map((rows) => ({ ...pending, ...isEvent, ...rows })),
        ],
      };
    default:
      return { status };
  }
}
