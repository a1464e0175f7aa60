/** Invites: a link that works once, for seven days. Its token is stored as a hash. */
import { createHash, randomBytes } from "node:crypto";
import { AppError, invalid, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { createInviteSchema, type Invite, type InviteWithLink } from "../core/member";
import { INVITE_DAYS, PEOPLE_MAX } from "../core/people-limits";
import { prisma, type Transaction } from "../db";
import { appUrl } from "../env";
import { newId } from "../new-id";
import type { Invite as InviteRow } from "../../prisma/client/client";
import { authorize, type Actor } from "./actor";
import { audit } from "./audit";
import { authorizeRole, lockPeople, roleOf } from "./members";
import { emailsOfLabels } from "./labels";

const DAY_MS = 86_400_000;

/** Neither used nor revoked. */
export const PENDING = { acceptedAt: null, revokedAt: null } as const;

/** Those that nobody has used, newest first; also the ones that have expired, until they are revoked or made anew. */
export async function listInvites(actor: Actor): Promise<Invite[]> {
  authorize(actor, "members:manage");
  const rows = await prisma().invite.findMany({
    where: { accountId: actor.accountId, ...PENDING },
    orderBy: { id: "desc" },
    take: PEOPLE_MAX,
  });
  const emails = await emailsOfLabels(rows.map(({ invitedBy }) => invitedBy));
  return rows.map((row) => view(row, emails.get(row.invitedBy)));
}

/**
 * A second invite to the same address takes the place of the first, whose link ends.
 * @param input as a client sent it; parsed here
 * @returns the link, the only time it can be seen
 * @throws AppError validation_failed for who is a member already, conflict where the account is full
 */
export async function createInvite(actor: Actor, input: unknown): Promise<InviteWithLink> {
  authorize(actor, "members:manage");
  const { email, role } = createInviteSchema.parse(input);
  authorizeRole(actor, role);
  const token = randomBytes(24).toString("base64url");
  const { accountId } = actor;
  const row = await prisma().$transaction(async (tx) => {
    await lockPeople(tx, actor);
    await refuseMember(tx, accountId, email);
    const former = await tx.invite.findFirst({ where: { accountId, email, ...PENDING } });
    // An admin doesn't undo what an owner offered.
    if (former) authorizeRole(actor, former.role);
    await tx.invite.updateMany({ where: { accountId, email, ...PENDING }, data: { revokedAt: new Date() } });
    await refuseFullAccount(tx, accountId);
    const made = await tx.invite.create({
      data: {
        ...{ id: newId(), accountId, email, role, tokenHash: hashOf(token), invitedBy: actor.label },
        expiresAt: new Date(Date.now() + INVITE_DAYS * DAY_MS),
      },
    });
    await audit(tx, actor, "invite.created", encodeId("invite", made.id));
    return made;
  });
  const emails = await emailsOfLabels([row.invitedBy]);
  return { ...view(row, emails.get(row.invitedBy)), link: `${appUrl()}/invite/${token}` };
}

export async function revokeInvite(actor: Actor, id: string): Promise<void> {
  authorize(actor, "members:manage");
  const uuid = decodeId("invite", id);
  await prisma().$transaction(async (tx) => {
    await lockPeople(tx, actor);
    const where = { id: uuid ?? "", accountId: actor.accountId, ...PENDING };
    const row = uuid ? await tx.invite.findFirst({ where }) : null;
    if (!row) throw notFound();
    authorizeRole(actor, row.role);
    await tx.invite.updateMany({ where, data: { revokedAt: new Date() } });
    await audit(tx, actor, "invite.revoked", id);
  });
}

export const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

async function refuseMember(tx: Pick<Transaction, "member">, accountId: string, email: string): Promise<void> {
  const member = await tx.member.findFirst({ where: { accountId, user: { email } }, select: { userId: true } });
  if (member) throw invalid({ email: "They are a member already." });
}

async function refuseFullAccount(tx: Pick<Transaction, "member" | "invite">, accountId: string): Promise<void> {
  const members = await tx.member.count({ where: { accountId } });
  const invited = await tx.invite.count({ where: { accountId, ...PENDING } });
  if (members + invited < PEOPLE_MAX) return;
  throw new AppError(
    "conflict",
    `An account has at most ${PEOPLE_MAX} members and invites. Remove or revoke one first.`,
  );
}

function view(row: InviteRow, invitedBy: string | undefined): Invite {
  return {
    id: encodeId("invite", row.id),
    email: row.email,
    role: roleOf(row.role),
    invitedBy: invitedBy ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= new Date(),
  };
}
