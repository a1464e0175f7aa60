/** Whom an account's notices reach by email, and its quiet hours. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { updateAlertSettingsSchema, type AlertSettings } from "../core/alert-settings";
import { encodeId } from "../core/ids";
import { prisma, type Transaction } from "../db";
import { canMail } from "../mail";
import { Prisma } from "../../prisma/client/client";
import { listeningOf } from "./recipients";

export async function getAlertSettings(actor: Actor): Promise<AlertSettings> {
  authorize(actor, "webhooks:read");
  return settingsOf(prisma(), actor.accountId);
}

/** @param input as a client sent it; what isn't named stays */
export async function updateAlertSettings(actor: Actor, input: unknown): Promise<AlertSettings> {
  authorize(actor, "webhooks:write");
  const { emails, quietHours } = updateAlertSettingsSchema.parse(input);
  const { accountId } = actor;
  return prisma().$transaction(async (tx) => {
    await tx.account.update({
      where: { id: accountId },
      data: {
        ...(emails ? { alertEmails: [...new Set(emails)] } : {}),
        ...(quietHours === undefined ? {} : { quietHours: quietHours ?? Prisma.DbNull }),
      },
    });
    await audit(tx, actor, "alert_settings.updated", encodeId("account", accountId));
    return settingsOf(tx, accountId);
  });
}

async function settingsOf(tx: Pick<Transaction, "account" | "member">, accountId: string): Promise<AlertSettings> {
  const { alertEmails } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  const { emails: recipients, quietHours } = await listeningOf(tx, accountId);
  return { emails: alertEmails, quietHours, recipients, canMail: canMail() };
}
