import { afterAll, expect, it } from "vitest";
import { DELIVERY_STATUSES } from "../core/delivery-status";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { listDeliveries } from "./deliveries";
import { countHeld } from "./held";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const WEBHOOKS = ["active", "paused", "disabled"].flatMap((status) =>
  [false, true].flatMap((deleted) => [false, true].map((discarding) => ({ status, deleted, discarding }))),
);

it.each(WEBHOOKS)(
  "a filter finds what the row says: $status, deleted $deleted, discarding $discarding",
  async (state) => {
    const owner = await makeOwner();
    const webhook = await makeWebhook(owner);
    const webhookId = decodeId("webhook", webhook.id) ?? "";
    const row = (status: string, cause: string) => ({
      id: newId(),
      accountId: owner.accountId,
      webhookId,
      eventId: newId(),
      eventType: "contact.created",
      status,
      cause,
      nextAttemptAt: new Date(),
    });
    const rows = () =>
      ["pending", "succeeded", "failed", "cancelled"].flatMap((status) => [row(status, "event"), row(status, "test")]);
    const older = rows();
    const mark = newId();
    // Ids of one millisecond are in no order; the mark's has to stand between them.
    const sorted = [...older.map(({ id }) => id), mark, ...rows().map(({ id }) => id)].toSorted();
    const data = [...older, ...rows()].map((each, index) => ({
      ...each,
      id: sorted[index < 8 ? index : index + 1] ?? "",
    }));
    await prisma().delivery.createMany({ data });
    await prisma().webhook.update({
      where: { id: webhookId },
      data: {
        status: state.status,
        deletedAt: state.deleted ? new Date() : null,
        discardBefore: state.discarding ? (sorted[8] ?? null) : null,
      },
    });
    const all = (await listDeliveries(owner, { limit: 100 })).data;
    expect(all).toHaveLength(16);
    for (const status of DELIVERY_STATUSES) {
      const found = (await listDeliveries(owner, { limit: 100, status: [status] })).data;
      const expected = all.filter((delivery) => delivery.status === status);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
    if (state.deleted) return;
    const held = all.filter(({ status }) => status === "held").length;
    expect(await countHeld(owner, webhook.id)).toMatchObject({ count: held, isExact: true });
  },
);
