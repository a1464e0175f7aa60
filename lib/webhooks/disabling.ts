/** What an account wants of its failing webhooks, where they don't say themselves. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { updateDisablingSchema, type Disabling } from "../core/disabling";
import { encodeId } from "../core/ids";
import { prisma } from "../db";
import { Prisma, type Account } from "../../prisma/client/client";
import { storedAutoDisable } from "./view";

export async function getDisabling(actor: Actor): Promise<Disabling> {
  authorize(actor, "webhooks:read");
  return view(await prisma().account.findUniqueOrThrow({ where: { id: actor.accountId } }));
}

/**
 * Counts for what fails already, too; nobody is disabled by it without a warning.
 * @param input as a client sent it; parsed here
 */
export async function updateDisabling(actor: Actor, input: unknown): Promise<Disabling> {
  authorize(actor, "webhooks:write");
  const { autoDisable, autoRecover } = updateDisablingSchema.parse(input);
  const data = {
    ...(autoDisable === undefined ? {} : { autoDisable: autoDisable ?? Prisma.DbNull }),
    ...(autoRecover === undefined ? {} : { autoRecover }),
  };
  return prisma().$transaction(async (tx) => {
    const account = await tx.account.update({ where: { id: actor.accountId }, data });
    await audit(tx, actor, "disabling.updated", encodeId("account", actor.accountId));
    return view(account);
  });
}

const view = ({ autoDisable, autoRecover }: Account): Disabling => ({
  autoDisable: storedAutoDisable(autoDisable),
  autoRecover,
});
