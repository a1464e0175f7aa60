/** The people of an account. Admins manage admins and viewers; only owners manage owners, and one always stays. */
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { updateMemberSchema, type Member } from "../core/member";
import { PEOPLE_MAX } from "../core/people-limits";
import { ROLES, type Role } from "../core/permissions";
import { prisma, type Transaction } from "../db";
import type { Member as MemberRow, User as UserRow } from "../../prisma/client/client";
import { authorize, userIdOf, type Actor } from "./actor";
import { audit } from "./audit";

type Row = MemberRow & { user: Pick<UserRow, "email" | "name"> };
const include = { user: { select: { email: true, name: true } } } as const;

/** By when they joined. */
export async function listMembers(actor: Actor): Promise<Member[]> {
  authorize(actor, "members:read");
  const rows = await prisma().member.findMany({
    where: { accountId: actor.accountId },
    include,
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    take: PEOPLE_MAX,
  });
  return rows.map((row) => view(row, actor));
}

/**
 * It counts from the member's next request on.
 * @param input as a client sent it; parsed here
 * @throws AppError forbidden where an owner is concerned and whoever asks is none; conflict for the last owner
 */
export async function updateMember(actor: Actor, id: string, input: unknown): Promise<Member> {
  authorize(actor, "members:manage");
  const { role } = updateMemberSchema.parse(input);
  return prisma().$transaction(async (tx) => {
    const row = await lockMember(tx, actor, id);
    authorizeRole(actor, row.role);
    authorizeRole(actor, role);
    if (row.role === role) return view(row, actor);
    if (row.role === "owner") await refuseLastOwner(tx, actor);
    const { accountId, userId } = row;
    const changed = await tx.member.update({
      where: { accountId_userId: { accountId, userId } },
      data: { role },
      include,
    });
    await audit(tx, actor, "member.role_changed", id);
    return view(changed, actor);
  });
}

/** Their sessions in this account end with it. @throws AppError as updateMember */
export async function removeMember(actor: Actor, id: string): Promise<void> {
  authorize(actor, "members:manage");
  await prisma().$transaction(async (tx) => {
    const { accountId, userId, role } = await lockMember(tx, actor, id);
    authorizeRole(actor, role);
    if (role === "owner") await refuseLastOwner(tx, actor);
    await tx.member.delete({ where: { accountId_userId: { accountId, userId } } });
    await audit(tx, actor, "member.removed", id);
  });
}

/** @throws AppError forbidden where this role is not theirs to give or take */
export function authorizeRole(actor: Actor, role: string): void {
  if (role === "owner") authorize(actor, "owners:manage");
}

/**
 * One change of an account's people at a time: two owners can't make each other leave. What only refers to the account,
 * as the audit log does, isn't kept waiting, or else it would hold what this then waits for.
 */
export const lockPeople = (tx: Pick<Transaction, "$executeRaw">, { accountId }: Pick<Actor, "accountId">) =>
  tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;

async function lockMember(tx: Transaction, actor: Actor, id: string): Promise<Row> {
  await lockPeople(tx, actor);
  const userId = decodeId("user", id);
  const where = { accountId_userId: { accountId: actor.accountId, userId: userId ?? "" } };
  const row = userId ? await tx.member.findUnique({ where, include }) : null;
  if (!row) throw notFound();
  return row;
}

async function refuseLastOwner(tx: Pick<Transaction, "member">, { accountId }: Actor): Promise<void> {
  const owners = await tx.member.count({ where: { accountId, role: "owner" } });
  if (owners > 1) return;
  throw new AppError(
    "conflict",
    "This is the last owner, and an account has at least one. Make somebody else an owner first.",
  );
}

function view({ userId, user, role, createdAt, lastSeenAt }: Row, actor: Actor): Member {
  return {
    id: encodeId("user", userId),
    email: user.email,
    name: user.name,
    role: roleOf(role),
    joinedAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    isYou: userId === userIdOf(actor),
  };
}

/** @param column as it is stored; Postgres checks it */
export const roleOf = (column: string): Role => ROLES.find((role) => role === column) ?? "viewer";
