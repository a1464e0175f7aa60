/** Bulk retries and replays under way: reading them, pausing, resuming and cancelling them. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import type { AuditAction } from "../core/audit-actions";
import { REDELIVERY_KINDS } from "../core/delivery";
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { cutPage, readCursor, type Page } from "../core/page";
import { REDELIVERY_STATUSES, type RedeliveriesQuery, type Redelivery } from "../core/redelivery";
import { prisma } from "../db";
import type { Redelivery as RedeliveryRow } from "../../prisma/client/client";

/** Newest first. */
export async function listRedeliveries(actor: Actor, query: RedeliveriesQuery): Promise<Page<Redelivery>> {
  authorize(actor, "webhooks:read");
  const { limit, cursor, status } = query;
  const before = readCursor(cursor);
  const rows = await prisma().redelivery.findMany({
    where: {
      accountId: actor.accountId,
      ...(before ? { id: { lt: before } } : {}),
      ...(status?.length ? { status: { in: status } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const page = cutPage(rows, limit, ({ id }) => id);
  return { data: page.rows.map(viewRedelivery), nextCursor: page.nextCursor };
}

export async function getRedelivery(actor: Actor, id: string): Promise<Redelivery> {
  authorize(actor, "webhooks:read");
  return viewRedelivery(await find(actor, id));
}

export type RedeliveryCommand = "pause" | "resume" | "cancel";

interface Change {
  from: string;
  to: Redelivery["status"];
  action: AuditAction;
}

const CHANGES: Record<RedeliveryCommand, Change[]> = {
  pause: [{ from: "running", to: "paused", action: "redelivery.paused" }],
  resume: [{ from: "paused", to: "running", action: "redelivery.resumed" }],
  cancel: [
    { from: "running", to: "cancelled", action: "redelivery.cancelled" },
    { from: "paused", to: "cancelled", action: "redelivery.cancelled" },
  ],
};

/**
 * What is asked for twice is done once. What was sent before a cancel stays sent.
 * @throws AppError conflict where it has ended
 */
export async function changeRedelivery(actor: Actor, id: string, command: RedeliveryCommand): Promise<Redelivery> {
  authorize(actor, "webhooks:write");
  const { id: uuid } = await find(actor, id);
  return prisma().$transaction(async (tx) => {
    // A portion that is just being sent ends first.
    const rows = await tx.$queryRaw<{ status: string }[]>`
      SELECT status FROM redeliveries WHERE id = ${uuid}::uuid FOR UPDATE`;
    const status = rows[0]?.status ?? "";
    const change = CHANGES[command].find(({ from }) => from === status);
    const where = { id: uuid, accountId: actor.accountId };
    if (!change) {
      const isSo = CHANGES[command].some(({ to }) => to === status);
      if (!isSo) throw new AppError("conflict", `It is ${status} already, so there is nothing to ${command}.`);
      return viewRedelivery(await tx.redelivery.findUniqueOrThrow({ where }));
    }
    const now = new Date();
    const changed = await tx.redelivery.update({
      where,
      data: {
        status: change.to,
        ...(change.to === "running" ? { advancedAt: now } : {}),
        ...(change.to === "cancelled" ? { finishedAt: now } : {}),
      },
    });
    await audit(tx, actor, change.action, id);
    return viewRedelivery(changed);
  });
}

async function find({ accountId }: Actor, id: string): Promise<RedeliveryRow> {
  const uuid = decodeId("redelivery", id);
  const row = uuid ? await prisma().redelivery.findFirst({ where: { id: uuid, accountId } }) : null;
  if (!row) throw notFound();
  return row;
}

export function viewRedelivery(row: RedeliveryRow): Redelivery {
  return {
    id: encodeId("redelivery", row.id),
    kind: REDELIVERY_KINDS.find((kind) => kind === row.kind) ?? "retry",
    webhookId: row.webhookId && encodeId("webhook", row.webhookId),
    status: REDELIVERY_STATUSES.find((status) => status === row.status) ?? "done",
    total: row.total,
    isExact: row.isExact,
    done: row.done,
    skipped: row.skipped,
    ratePerSecond: row.ratePerSecond,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
