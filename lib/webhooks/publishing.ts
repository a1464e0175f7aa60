/** How an account wants its events to be published: whether their data is checked against the types' schemas. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { updatePublishingSchema, VALIDATIONS, type Publishing } from "../core/event-type";
import { prisma } from "../db";
import { forgetPublishingRules } from "./publishing-rules";

export async function getPublishing(actor: Actor): Promise<Publishing> {
  authorize(actor, "webhooks:read");
  const account = await prisma().account.findUniqueOrThrow({ where: { id: actor.accountId } });
  return { validation: VALIDATIONS.find((name) => name === account.payloadValidation) ?? "off" };
}

/** @param input as a client sent it; parsed here */
export async function updatePublishing(actor: Actor, input: unknown): Promise<Publishing> {
  authorize(actor, "webhooks:write");
  const { validation } = updatePublishingSchema.parse(input);
  await prisma().$transaction(async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { payloadValidation: validation } });
    await audit(tx, actor, "publishing.updated", validation);
  });
  forgetPublishingRules(actor.accountId);
  return { validation };
}
