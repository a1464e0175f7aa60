/** Which rows a filter of the log means. */
import { decodeId, uuidFloor } from "../core/ids";
import type { DeliveriesQuery, DeliveryFilters } from "../core/delivery";
import type { DeliveryStatus } from "../core/delivery-status";
import type { Filter } from "../core/filter";
import { readCursor } from "../core/page";
import { prisma } from "../db";
import { draftsOf } from "../webhooks/drafts";
import type { Prisma } from "../../prisma/client/client";

type Where = Prisma.DeliveryWhereInput;

export interface LogWhere {
  accountId: string;
  /** What an index leads to. */
  led: Where[];
  /** What has to be looked for among those; undefined where all of them are meant. */
  sought: Where[] | undefined;
  /** What their events' data has to say. */
  filter: Filter | undefined;
}

/** @param now what `last` is reckoned from */
export async function whereOf(accountId: string, filters: DeliveryFilters, now = new Date()): Promise<LogWhere> {
  const { webhookId, status, type, code, error, q, redeliveryId, where: filter } = filters;
  // An id that is none of ours matches nothing, as one of another account does.
  const webhookIds = webhookId?.length ? webhookId.flatMap((id) => decodeId("webhook", id) ?? []) : undefined;
  const isOneWebhook = webhookIds !== undefined && webhookIds.length <= 1;
  const isFailed = status?.length === 1 && status[0] === "failed";
  const text = q?.trim();
  const named = text && idWhere(text);
  const led: Where[] = [
    { accountId },
    { id: spanOf(filters, now) },
    isOneWebhook ? { webhookId: { in: webhookIds } } : await savedOnly(accountId),
    ...(redeliveryId ? [{ redeliveryId: { in: [decodeId("redelivery", redeliveryId) ?? []].flat() } }] : []),
    ...(isFailed ? [{ status: "failed" }] : []),
    ...(named ? [named] : []),
  ];
  const sought: Where[] = [
    ...(webhookIds && !isOneWebhook ? [{ webhookId: { in: webhookIds } }] : []),
    ...(status?.length && !isFailed ? [{ OR: await statusesWhere(accountId, status) }] : []),
    ...(type?.length ? [{ eventType: { in: type } }] : []),
    ...(code?.length ? [{ OR: code.map(codeWhere) }] : []),
    ...(error?.length ? [{ error: { in: error } }] : []),
    ...(text && !named ? [await textWhere(accountId, text)] : []),
  ];
  return { accountId, led, sought: sought.length > 0 ? sought : undefined, filter };
}

const codeWhere = (code: string): Where =>
  code.endsWith("xx")
    ? { responseCode: { gte: Number(code[0]) * 100, lte: Number(code[0]) * 100 + 99 } }
    : { responseCode: Number(code) };

const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function spanOf({ from, to, last }: DeliveryFilters, now: Date): { gte?: string; lt?: string } {
  const since = last && uuidFloor(new Date(now.getTime() - Number.parseInt(last) * (UNIT_MS[last.slice(-1)] ?? 0)));
  const lower = [from && floorOf(from), since]
    .flatMap((id) => id || [])
    .toSorted()
    .at(-1);
  return { ...(lower ? { gte: lower } : {}), ...(to ? { lt: floorOf(to) } : {}) };
}

/** An id means exactly what it names, however far back. */
function idWhere(text: string): Where | undefined {
  const [delivery, event, webhook] = [decodeId("delivery", text), decodeId("event", text), decodeId("webhook", text)];
  if (delivery) return { id: delivery };
  if (event) return { eventId: event };
  return webhook ? { webhookId: webhook } : undefined;
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

async function textWhere(accountId: string, asked: string): Promise<Where> {
  // To LIKE, these are wildcards.
  const text = asked.replaceAll(/[\\%_]/g, "\\$&");
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
