/** One's own sessions: where one is signed in, and ending what one doesn't know. */
import type { Session } from "../core/account";
import { encodeId } from "../core/ids";
import { prisma } from "../db";
import { authorizeMember, type Actor } from "./actor";
import { audit } from "./audit";

const SHOWN_MAX = 100;

/** In all of their accounts, the one that was used last first. */
export async function listSessions(actor: Actor): Promise<Session[]> {
  const userId = authorizeMember(actor);
  const rows = await prisma().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    take: SHOWN_MAX,
  });
  // Asked for by themselves: a session of theirs may end between the two.
  const accounts = await prisma().account.findMany({
    where: { id: { in: rows.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: encodeId("session", row.id),
    accountName: names.get(row.accountId) ?? "",
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isCurrent: row.id === actor.sessionId,
  }));
}

/** @returns how many have ended: all but the one that asks */
export async function endOtherSessions(actor: Actor): Promise<number> {
  const userId = authorizeMember(actor);
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: otherSessions(actor, userId) });
    if (count > 0) await audit(tx, actor, "member.sessions_ended", encodeId("user", userId));
    return count;
  });
}

/** All of this user's but the one that asks. @param userId uuid */
export const otherSessions = ({ sessionId }: Actor, userId: string) => ({
  userId,
  ...(sessionId ? { id: { not: sessionId } } : {}),
});
