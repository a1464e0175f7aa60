/** The inbox: what an account was told, newest first, and how far each of its members has read. */
import { authorize, type Actor } from "../accounts/actor";
import { notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import {
  markReadSchema,
  NOTICE_TONES,
  type Notice,
  type NoticesPage,
  type NoticesQuery,
  type Unread,
} from "../core/notice";
import { cutPage, readCursor } from "../core/page";
import { prisma } from "../db";
import type { Notice as NoticeRow, NoticeMessage } from "../../prisma/client/client";

const COUNTED_MAX = 100;
const USER = "user:";

type Row = NoticeRow & { webhook: { title: string } | null; messages: NoticeMessage[] };
const include = {
  webhook: { select: { title: true } },
  messages: { orderBy: { id: "asc" } },
} as const;

export async function listNotices(actor: Actor, query: NoticesQuery): Promise<NoticesPage> {
  authorize(actor, "webhooks:read");
  const before = readCursor(query.cursor);
  const { webhookId } = query;
  const readUntil = await readUntilOf(actor);
  const rows = await prisma().notice.findMany({
    where: {
      accountId: actor.accountId,
      ...(before ? { id: { lt: before } } : {}),
      // An id that is none of ours matches nothing, as one of another account does.
      ...(webhookId === undefined ? {} : { webhookId: { in: [decodeId("webhook", webhookId) ?? []].flat() } }),
    },
    include,
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const page = cutPage(rows, query.limit, ({ id }) => id);
  return {
    data: page.rows.map((row) => viewNotice(row, readUntil)),
    nextCursor: page.nextCursor,
    unreadCount: await unreadCount(actor, readUntil),
  };
}

/**
 * For the member who asks, and nobody else; an API key reads for nobody.
 * @param input as a client sent it; parsed here
 */
export async function markNoticesRead(actor: Actor, input: unknown): Promise<Unread> {
  authorize(actor, "webhooks:read");
  const { until } = markReadSchema.parse(input);
  const { accountId } = actor;
  const id = until === undefined ? undefined : (decodeId("notice", until) ?? null);
  const last =
    id === null
      ? null
      : await prisma().notice.findFirst({ where: { accountId, ...(id ? { id } : {}) }, orderBy: { id: "desc" } });
  if (!last && until !== undefined) throw notFound();
  const userId = userOf(actor);
  if (last && userId) {
    // Who reads an old notice has read no less than before.
    await prisma().member.updateMany({
      where: { accountId, userId, OR: [{ noticesReadUntil: null }, { noticesReadUntil: { lt: last.id } }] },
      data: { noticesReadUntil: last.id },
    });
  }
  return { unreadCount: await unreadCount(actor, await readUntilOf(actor)) };
}

/** @returns a uuid; null where nothing was read; undefined for an API key */
async function readUntilOf(actor: Actor): Promise<string | null | undefined> {
  const userId = userOf(actor);
  if (!userId) return undefined;
  const where = { accountId_userId: { accountId: actor.accountId, userId } };
  return (await prisma().member.findUnique({ where }))?.noticesReadUntil ?? null;
}

const userOf = ({ label }: Actor) => (label.startsWith(USER) ? decodeId("user", label.slice(USER.length)) : undefined);

async function unreadCount({ accountId }: Actor, readUntil: string | null | undefined): Promise<number | null> {
  if (readUntil === undefined) return null;
  const rows = await prisma().notice.findMany({
    where: { accountId, ...(readUntil ? { id: { gt: readUntil } } : {}) },
    select: { id: true },
    take: COUNTED_MAX,
  });
  return rows.length;
}

/** @param readUntil a uuid; null where nothing was read; undefined for an API key */
function viewNotice(row: Row, readUntil: string | null | undefined): Notice {
  return {
    id: encodeId("notice", row.id),
    kind: row.kind,
    tone: NOTICE_TONES.find((tone) => tone === row.tone) ?? "warn",
    title: row.title,
    webhookId: row.webhookId && encodeId("webhook", row.webhookId),
    webhookTitle: row.webhook?.title ?? null,
    ruleId: row.ruleId && encodeId("alertRule", row.ruleId),
    facts: row.facts as Record<string, unknown>,
    isRead: readUntil === undefined ? null : readUntil !== null && row.id <= readUntil,
    createdAt: row.createdAt.toISOString(),
    messages: row.messages.map((message) => ({
      channel: message.channel === "slack" ? "slack" : "email",
      to: message.channel === "slack" ? null : message.target,
      status: MESSAGE_STATUSES.find((status) => status === message.status) ?? "pending",
      attempts: message.attempts,
      nextAttemptAt: message.status === "pending" ? message.nextAttemptAt.toISOString() : null,
      sentAt: message.sentAt?.toISOString() ?? null,
      error: message.error,
    })),
  };
}

const MESSAGE_STATUSES = ["pending", "sent", "failed"] as const;

/** @param id uuid of a notice of this account */
export async function readNotice(actor: Actor, id: string): Promise<Notice> {
  const row = await prisma().notice.findFirstOrThrow({ where: { id, accountId: actor.accountId }, include });
  return viewNotice(row, await readUntilOf(actor));
}
