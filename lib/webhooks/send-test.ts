/** Test: a real event through the real worker, sent once, to one webhook, whatever it is subscribed to. */
import { authorize, type Actor } from "../accounts/actor";
import type { Delivery } from "../core/delivery";
import { sendTestSchema } from "../core/webhook";
import { prisma } from "../db";
import { viewDeliveries } from "../deliveries/view";
import { ring } from "../queue";
import type { Delivery as DeliveryRow } from "../../prisma/client/client";
import { prepareTest } from "./insert-test";
import { findWebhook } from "./webhooks";

/**
 * @param input as a client sent it; parsed here
 * @returns the delivery, still pending: its attempt can be read from it as soon as the worker has made it
 */
export async function sendTest(actor: Actor, id: string, input: unknown): Promise<Delivery> {
  authorize(actor, "webhooks:write");
  const { type, data } = sendTestSchema.parse(input);
  const webhook = await findWebhook(prisma(), actor, id);
  const insert = await prepareTest(actor, { type, data, webhook });
  return begin(await prisma().$transaction(insert));
}

/** Rings for a test that is written. */
export async function begin(row: DeliveryRow): Promise<Delivery> {
  void ring([row.webhookId]);
  const [view] = await viewDeliveries(row.accountId, [row]);
  if (!view) throw new Error("a delivery just created has a view");
  return view;
}
