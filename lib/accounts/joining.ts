/** Using an invite's link: who has no password yet sets one, who has one shows that they know it. */
import { AppError, invalid } from "../core/errors";
import { encodeId } from "../core/ids";
import { acceptInviteSchema, isInviteToken, newPasswordForInviteSchema, type AcceptedInvite } from "../core/member";
import type { Role } from "../core/permissions";
import { prisma, type Transaction } from "../db";
import { isTaken } from "../db-errors";
import { newId } from "../new-id";
import { audit } from "./audit";
import { hashOf, PENDING } from "./invites";
import { lockPeople, roleOf } from "./members";
import { hashPassword, verifyPassword } from "./passwords";
import { admitSignIn, tooManyAttempts } from "./sign-in";

export interface OpenInvite {
  email: string;
  role: Role;
  accountName: string;
  /** Whether this address has signed in to some account before. */
  hasPassword: boolean;
}

/** What the page of a link shows; undefined where it was used, revoked or has expired. */
export async function findOpenInvite(token: string): Promise<OpenInvite | undefined> {
  const row = await findPending(token);
  if (!row) return undefined;
  const user = await prisma().user.findUnique({ where: { email: row.email }, select: { id: true } });
  return { email: row.email, role: roleOf(row.role), accountName: row.account.name, hasPassword: user !== null };
}

/**
 * @param input as a client sent it; parsed here
 * @throws AppError forbidden where the link doesn't work any more, validation_failed where the password is wrong or too
 * short, rate_limited after too many wrong ones
 */
export async function acceptInvite(input: unknown, address: string): Promise<AcceptedInvite> {
  const { token, password } = acceptInviteSchema.parse(input);
  const invite = await findPending(token);
  if (!invite) throw usedUp();
  const { accountId, email } = invite;
  const known = await prisma().user.findUnique({ where: { email } });
  if (known) await checkPassword(known.passwordHash, password, { email, address });
  else newPasswordForInviteSchema.parse({ password });
  const passwordHash = known?.passwordHash ?? (await hashPassword(password));
  await prisma().$transaction(async (tx) => {
    await lockPeople(tx, invite);
    // Taking it first: of two at once, one wins.
    const taken = await tx.invite.updateMany({
      where: { id: invite.id, accountId, ...PENDING, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    });
    if (taken.count === 0) throw usedUp();
    const user = known ?? (await createUser(tx, { id: newId(), email, passwordHash }));
    await tx.member.create({ data: { accountId, userId: user.id, role: invite.role } });
    const userId = encodeId("user", user.id);
    await audit(tx, { accountId, label: `user:${userId}`, address }, "member.joined", encodeId("invite", invite.id));
  });
  return { accountId: encodeId("account", accountId), email };
}

/** Of two invites of one address to two accounts, used at the same time, one makes them known. */
async function createUser(tx: Pick<Transaction, "user">, data: { id: string; email: string; passwordHash: string }) {
  try {
    return await tx.user.create({ data });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new AppError("conflict", "This address has just joined another account. Try again, with that password.");
  }
}

async function findPending(token: string) {
  if (!isInviteToken(token)) return null;
  return prisma().invite.findFirst({
    where: { tokenHash: hashOf(token), ...PENDING, expiresAt: { gt: new Date() } },
    include: { account: { select: { name: true } } },
  });
}

/** It is a try to sign in, and counted as one. */
async function checkPassword(
  passwordHash: string,
  password: string,
  { email, address }: { email: string; address: string },
): Promise<void> {
  if ((await admitSignIn(email, address)) > 0) throw tooManyAttempts();
  if (!(await verifyPassword(passwordHash, password))) throw invalid({ password: "This is not your password." });
  await prisma().signInFailure.deleteMany({ where: { email, address } });
}

const usedUp = () =>
  new AppError("forbidden", "This link was used already, was revoked or has expired. Ask for a new one.");
