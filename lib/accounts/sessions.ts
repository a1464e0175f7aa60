/** Sessions live in the database, so that they end at once. */
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, ROLES, type Role } from "../core/permissions";
import { prisma } from "../db";
import type { Actor } from "./actor";

export interface Viewer extends Actor {
  email: string;
  role: Role;
  accountName: string;
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
  return {
    accountId: session.accountId,
    label: `user:${encodeId("user", session.userId)}`,
    permissions: PERMISSIONS_OF[role],
    address,
    email: member.user.email,
    role,
    accountName: member.account.name,
  };
}
