/** Who gets the email of a notice, and when they don't want to hear of it. */
import { quietHoursSchema, type QuietHours } from "../core/quiet-hours";
import type { Transaction } from "../db";

export interface Listening {
  /** Addresses. */
  emails: string[];
  quietHours: QuietHours | null;
}

/** Of the account: whom its alert settings name; where they name nobody, its owners and admins. */
export async function listeningOf(tx: Pick<Transaction, "account" | "member">, accountId: string): Promise<Listening> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { alertEmails: true, quietHours: true },
  });
  const quietHours = quietHoursOf(account.quietHours);
  if (account.alertEmails.length > 0) return { emails: account.alertEmails, quietHours };
  const members = await tx.member.findMany({
    where: { accountId, role: { in: ["owner", "admin"] } },
    select: { user: { select: { email: true } } },
    orderBy: { createdAt: "asc" },
  });
  return { emails: members.map(({ user }) => user.email), quietHours };
}

/** @param column as it is stored; where it can't be read there are none: better told at night than never */
export const quietHoursOf = (column: unknown): QuietHours | null => quietHoursSchema.safeParse(column).data ?? null;
