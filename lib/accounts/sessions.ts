/** Sessions live in the database, so that they end at once. */
import { encodeId } from "../core/ids";
import { PERMISSIONS_OF, ROLES, type Role } from "../core/permissions";
import { pool, prisma } from "../db";
import type { Actor } from "./actor";

const TOUCH_EVERY_MS = 60_000;

export interface Viewer extends Actor {
  email: string;
  role: Role;
  accountName: string;
  sessionId: string;
}

interface Seen {
  accountId: string;
  userId: string;
  lastSeenAt: Date;
  memberSeenAt: Date | null;
}

interface SessionRow extends Seen {
  role: string;
  email: string;
  accountName: string;
}

// One look at everything: a member who is removed between two would be half there.
const SESSION = `
SELECT sessions.account_id AS "accountId", sessions.user_id AS "userId", sessions.last_seen_at AS "lastSeenAt",
  members.last_seen_at AS "memberSeenAt", members.role, users.email, accounts.name AS "accountName"
FROM sessions JOIN members USING (account_id, user_id)
JOIN users ON users.id = sessions.user_id JOIN accounts ON accounts.id = sessions.account_id
WHERE sessions.id = $1 AND sessions.expires_at > now()`;

/** Whoever holds this session now; undefined once it has ended. */
export async function viewerOf(sessionId: string, address: string | null): Promise<Viewer | undefined> {
  const { rows } = await pool().query<SessionRow>(SESSION, [sessionId]);
  const [session] = rows;
  const role = ROLES.find((known) => known === session?.role);
  if (!session || !role) return undefined;
  const { accountId, userId, lastSeenAt, memberSeenAt, email, accountName } = session;
  const now = new Date();
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_EVERY_MS || !memberSeenAt) {
    await noteSeen(sessionId, session, address, now);
  }
  const label = `user:${encodeId("user", userId)}`;
  return { accountId, label, permissions: PERMISSIONS_OF[role], address, sessionId, email, role, accountName };
}

/** Once a minute is often enough, and of many requests at once one writes. */
async function noteSeen(id: string, { accountId, userId }: Seen, address: string | null, now: Date): Promise<void> {
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
