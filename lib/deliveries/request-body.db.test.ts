import { afterAll, expect, it } from "vitest";
import { encodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { updateWebhook } from "../webhooks/webhooks";
import { getDelivery } from "./deliveries";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

it("each attempt shows the bytes it sent, in the format and with the secret of then", async () => {
  const owner = await makeOwner();
  const webhook = await makeWebhook(owner, { format: "aisync" });
  await acceptEvent(owner, { type: "call.ended", data: { call_id: "1" } });
  const { id: deliveryId, webhookId } = await prisma().delivery.findFirstOrThrow({
    where: { accountId: owner.accountId },
  });
  const id = encodeId("delivery", deliveryId);
  expect((await getDelivery(owner, id)).requestBody).toContain('"signature":"sha256="');

  const sent = [
    { format: "sydx" },
    { format: "aisync", bodySignature: "aa" },
    { format: "aisync", bodySignature: "bb" },
    // Interrupted: what it sent isn't known.
    {},
    { format: "aisync", bodySignature: "bb" },
  ];
  for (const [index, columns] of sent.entries()) {
    await prisma().attempt.create({
      data: {
        ...{ id: newId(), accountId: owner.accountId, webhookId, deliveryId },
        ...{ number: index + 1, startedAt: new Date(), outcome: "retrying", ...columns },
      },
    });
  }
  await updateWebhook(owner, webhook.id, { format: "standard" });

  const { requestBody, attempts } = await getDelivery(owner, id);
  expect(requestBody).toMatch(/"metadata":\{"version":"1.0","signature":"sha256=bb"\}\}$/);
  const [first, second, ...later] = attempts.map((attempt) => attempt.requestBody);
  expect(first).toMatch(/^\{"event":"call.ended".*"tenantId"/);
  expect(second).toBe(requestBody.replace("sha256=bb", "sha256=aa"));
  expect(later).toEqual([null, null, null]);
});
