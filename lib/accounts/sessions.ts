/** Sessions live in the database, so that they end at once. */
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, ROLES, type Role } from "../core/permissions";
import { prisma } from "../db";
import type { Actor } from "./actor";

const TOUCH_EVERY_MS = 60_000;

export interface Viewer extends Actor {
  email: string;
  role: Role;
  accountName: string;
  sessionId: string;
}

/** Whoever holds this session now; undefined once it has ended. */
export async function viewerOf(sessionId: string, address: string | null): Promise<Viewer | undefined> {
  const session = await prisma().session.findUnique({
    where: { id: sessionId, expiresAt: { gt: new Date() } },
    include: { member: { include: { user: true, account: true } } },
  });
  if (!session) return undefined;
  const { member } = session;
  const role = ROLES.find((known) => known === member.role);
  if (!role) return undefined;
  const now = new Date();
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS || !member.lastSeenAt) {
    await noteSeen(session, address, now);
  }
  return {
    accountId: session.accountId,
    label: `user:${encodeId("user", session.userId)}`,
    permissions: PERMISSIONS_OF[role],
    address,
    sessionId,
    email: member.user.email,
    role,
    accountName: member.account.name,
  };
}

interface Seen {
  id: string;
  accountId: string;
  userId: string;
}

/** Once a minute is often enough, and of many requests at once one writes. */
async function noteSeen({ id, accountId, userId }: Seen, address: string | null, now: Date): Promise<void> {
  const since = new Date(now.getTime() - TOUCH_EVERY_MS);
  await prisma().session.updateMany({
    where: { id, accountId, lastSeenAt: { lt: since } },
    data: { lastSeenAt: now, ...(address === null ? {} : { address }) },
  });
  await prisma().member.updateMany({
    where: { accountId, userId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: since } }] },
    data: { lastSeenAt: now },
  });
}
