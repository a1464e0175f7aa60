/** Signing in by e-mail and password, and how often that may fail. */
import { AppError } from "../core/errors";
import { encodeId } from "../core/ids";
import { MAX_PASSWORD_LENGTH } from "../core/password-length";
import { prisma } from "../db";
import { isOrphan } from "../db-errors";
import { newId } from "../new-id";
import { audit } from "./audit";
import { verifyPassword } from "./passwords";

const SESSION_DAYS = 30;
const USER_AGENT_MAX = 300;
const WINDOW_MINUTES = 15;
const MAX_FAILURES_PER_EMAIL_AND_ADDRESS = 5;
const MAX_FAILURES_PER_ADDRESS = 20;

export interface SignedIn {
  sessionId: string;
  userId: string;
  email: string;
}

/**
 * Counts a try before its password is looked at, so that many at once can't slip through together. A try that succeeds
 * takes its count away again; one that is refused here leaves none.
 * @returns seconds until another try is allowed; 0 where this one is
 */
export async function admitSignIn(email: string, address: string): Promise<number> {
  const since = new Date(Date.now() - WINDOW_MINUTES * 60_000);
  return prisma().$transaction(async (tx) => {
    // One after another for an address: none overlooks the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${address}, 0))`;
    const failures = await tx.signInFailure.findMany({
      where: { address, at: { gt: since } },
      orderBy: { id: "desc" },
      take: MAX_FAILURES_PER_ADDRESS,
      select: { email: true, at: true },
    });
    const ofEmail = failures.filter((failure) => failure.email === email);
    const oldestThatCounts = failures[MAX_FAILURES_PER_ADDRESS - 1] ?? ofEmail[MAX_FAILURES_PER_EMAIL_AND_ADDRESS - 1];
    if (oldestThatCounts) return Math.max(Math.ceil((oldestThatCounts.at.getTime() - since.getTime()) / 1000), 1);
    await tx.signInFailure.create({ data: { email, address } });
    return 0;
  });
}

/**
 * Into the account that they looked at last.
 * @param userAgent the browser's header, by which people recognise their sessions
 * @returns a new session, or undefined where e-mail and password don't belong together
 */
export async function signIn(
  email: string,
  password: string,
  address: string,
  userAgent: string | null = null,
): Promise<SignedIn | undefined> {
  if (password.length > MAX_PASSWORD_LENGTH) return undefined;
  const user = await prisma().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { members: { take: 1, orderBy: [{ lastSeenAt: { sort: "desc", nulls: "last" } }, { createdAt: "asc" }] } },
  });
  const matches = await verifyPassword(user?.passwordHash, password);
  const membership = user?.members[0];
  if (!matches || !membership) return undefined;
  const { accountId, userId } = membership;
  const sessionId = newId();
  const signingIn = prisma().$transaction(async (tx) => {
    const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000);
    const seen = { address, userAgent: userAgent?.replaceAll("\0", "").slice(0, USER_AGENT_MAX) ?? null };
    await tx.session.create({ data: { id: sessionId, accountId, userId, expiresAt, ...seen } });
    await tx.signInFailure.deleteMany({ where: { email: user.email, address } });
    const actor = { accountId, label: `user:${encodeId("user", userId)}`, address };
    await audit(tx, actor, "member.signed_in", encodeId("user", userId));
    return { sessionId, userId, email: user.email };
  });
  return signingIn.catch((error: unknown) => {
    // Removed while the password was looked at.
    if (isOrphan(error)) return undefined;
    throw error;
  });
}

export async function signOut(sessionId: string): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id: sessionId } });
    const user = encodeId("user", session.userId);
    await audit(tx, { accountId: session.accountId, label: `user:${user}`, address: null }, "member.signed_out", user);
  });
}

export const tooManyAttempts = () =>
  new AppError("rate_limited", "Too many attempts to sign in. Wait a while, then try again.");
