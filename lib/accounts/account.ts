/** The account, and oneself in it: names, the password, sessions, which account one looks at. */
import {
  changePasswordSchema,
  switchAccountSchema,
  updateAccountSchema,
  updateProfileSchema,
  type Account,
} from "../core/account";
import { AppError, invalid, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { prisma } from "../db";
import { isOrphan } from "../db-errors";
import { authorize, authorizeMember, type Actor } from "./actor";
import { audit } from "./audit";
import { roleOf } from "./members";
import { otherSessions } from "./own-sessions";
import { hashPassword, verifyPassword } from "./passwords";
import { admitSignIn, tooManyAttempts } from "./sign-in";

export async function getAccount(actor: Actor): Promise<Account> {
  const userId = authorizeMember(actor);
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    include: { members: { include: { account: true }, orderBy: { createdAt: "asc" } } },
  });
  const here = user.members.find(({ accountId }) => accountId === actor.accountId);
  if (!here) throw notFound();
  return {
    id: encodeId("account", here.accountId),
    name: here.account.name,
    me: { id: encodeId("user", userId), email: user.email, name: user.name, role: roleOf(here.role) },
    accounts: user.members.map(({ accountId, account, role }) => ({
      id: encodeId("account", accountId),
      name: account.name,
      role: roleOf(role),
    })),
  };
}

/** @param input as a client sent it; parsed here */
export async function updateAccount(actor: Actor, input: unknown): Promise<Account> {
  authorize(actor, "account:manage");
  const { name } = updateAccountSchema.parse(input);
  const { accountId } = actor;
  await prisma().$transaction(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { name } });
    await audit(tx, actor, "account.updated", encodeId("account", accountId));
  });
  return getAccount(actor);
}

/** @param input as a client sent it; parsed here */
export async function updateProfile(actor: Actor, input: unknown): Promise<Account> {
  const userId = authorizeMember(actor);
  const { name } = updateProfileSchema.parse(input);
  await prisma().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { name: name || null } });
    await audit(tx, actor, "member.updated", encodeId("user", userId));
  });
  return getAccount(actor);
}

/**
 * All of their other sessions end, in every account.
 * @param input as a client sent it; parsed here
 * @throws AppError validation_failed where the current password is wrong, rate_limited after too many wrong ones
 */
export async function changePassword(actor: Actor, input: unknown): Promise<void> {
  const userId = authorizeMember(actor);
  const { currentPassword, newPassword } = changePasswordSchema.parse(input);
  const { email, passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  const address = actor.address ?? "unknown";
  if ((await admitSignIn(email, address)) > 0) throw tooManyAttempts();
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    throw invalid({ currentPassword: "This is not your current password." });
  }
  const changed = await hashPassword(newPassword);
  await prisma().$transaction(async (tx) => {
    // Of two changes at once, the later one compared with a password that is gone.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash },
      data: { passwordHash: changed },
    });
    if (count === 0) throw new AppError("conflict", "The password was changed meanwhile.");
    await tx.session.deleteMany({ where: otherSessions(actor, userId) });
    await tx.signInFailure.deleteMany({ where: { email, address } });
    await audit(tx, actor, "member.password_changed", encodeId("user", userId));
  });
}

/** The session goes on in another account of theirs. @param input as a client sent it; parsed here */
export async function switchAccount(actor: Actor, input: unknown): Promise<void> {
  const userId = authorizeMember(actor);
  const accountId = decodeId("account", switchAccountSchema.parse(input).accountId);
  const switching = prisma().$transaction(async (tx) => {
    const where = { accountId_userId: { accountId: accountId ?? "", userId } };
    const membership = accountId ? await tx.member.findUnique({ where }) : null;
    if (!membership) throw notFound();
    if (membership.accountId === actor.accountId) return;
    const user = encodeId("user", userId);
    const { sessionId } = actor;
    if (!sessionId) throw new AppError("forbidden", "This needs a session.");
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { accountId: membership.accountId } });
    await audit(tx, actor, "member.signed_out", user);
    await audit(tx, { ...actor, accountId: membership.accountId }, "member.signed_in", user);
  });
  await switching.catch((error: unknown) => {
    // Removed from there in this very moment.
    throw isOrphan(error) ? notFound() : error;
  });
}
