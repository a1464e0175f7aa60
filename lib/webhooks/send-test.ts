/** Test: a real event through the real worker, sent once, to one webhook, whatever it is subscribed to. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import type { Delivery } from "../core/delivery";
import { invalid } from "../core/errors";
import { TEST_EVENT_TYPE } from "../core/subscription";
import { encodeId } from "../core/ids";
import { unknownType } from "../core/subscription";
import { sendTestSchema } from "../core/webhook";
import { prisma } from "../db";
import { viewDeliveries } from "../deliveries/view";
import { newId } from "../new-id";
import { ring } from "../queue";
import { sampleOf } from "./event-names";
import { findWebhook } from "./webhooks";

/**
 * @param input as a client sent it; parsed here
 * @returns the delivery, still pending: its attempt can be read from it as soon as the worker has made it
 */
export async function sendTest(actor: Actor, id: string, input: unknown): Promise<Delivery> {
  authorize(actor, "webhooks:write");
  const { type, data } = sendTestSchema.parse(input);
  const { accountId } = actor;
  const known = await sampleOf(prisma(), accountId, type);
  if (!known) throw invalid({ type: unknownType(type) });
  const webhook = await findWebhook(prisma(), actor, id);
  const sample = type === TEST_EVENT_TYPE ? { ...known, webhook: { id, title: webhook.title } } : known;
  const now = new Date();
  const eventId = newId();
  const delivery = await prisma().$transaction(async (tx) => {
    await tx.event.create({
      data: { id: eventId, accountId, type, timestamp: now, data: JSON.stringify(data ?? sample), deliveries: 1 },
    });
    await audit(tx, actor, "webhook.tested", encodeId("webhook", webhook.id));
    return tx.delivery.create({
      data: {
        id: newId(),
        accountId,
        webhookId: webhook.id,
        eventId,
        eventType: type,
        cause: "test",
        nextAttemptAt: now,
      },
    });
  });
  void ring([webhook.id]);
  const [view] = await viewDeliveries(accountId, [delivery]);
  if (!view) throw new Error("a delivery just created has a view");
  return view;
}
