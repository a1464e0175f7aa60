import { afterAll, expect, it } from "vitest";
import { uuidV7, decodeId } from "../core/ids";
import { deliveriesQuerySchema } from "../core/delivery";
import { eventsQuerySchema } from "../core/event";
import type { WebhookTestInput } from "../core/webhook-test";
import { closeDb, prisma } from "../db";
import { getDelivery, listDeliveries, retryDelivery } from "../deliveries/deliveries";
import { destinationLoader } from "../deliveries/destination";
import { deleteOutdated } from "../deliveries/housekeeping";
import { findDueWebhooks } from "../deliveries/sweep";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { listEvents } from "./list-events";
import { sendTest } from "./send-test";
import { testDraft } from "./test-draft";
import { getWebhook, listWebhooks } from "./webhooks";
import type { Actor } from "../accounts/actor";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const URL = "http://127.0.0.1:4999/draft";
const load = destinationLoader();

async function draftOf(owner: Actor, input: Partial<WebhookTestInput> = {}) {
  const delivery = await testDraft(owner, { url: URL, ...input });
  const uuid = decodeId("webhook", delivery.webhookId) ?? "";
  return { delivery, uuid, destination: (await load([uuid]))[0] };
}

it("a test before saving is due at the worker, as the form has it", async () => {
  const owner = await makeOwner();
  const headers = { "X-Team": "data" };
  const { uuid, delivery, destination } = await draftOf(owner, {
    ...{ format: "sidecar", authorization: "Bearer new", headers, timeoutMs: 2_000, title: "CRM" },
    ...{ type: "lead.captured", data: { name: "Ada" } },
  });
  expect(delivery).toMatchObject({ status: "pending", cause: "test", eventType: "lead.captured", webhookTitle: "CRM" });
  expect(await findDueWebhooks()).toContain(uuid);
  expect(destination).toMatchObject({
    ...{ url: URL, format: "sidecar", timeoutMs: 2_000, headers: [["X-Team", "data"]] },
    keys: { authorization: "Bearer new", secret: expect.stringMatching(/^whsec_/) as string },
  });
  expect((await getDelivery(owner, delivery.id)).requestBody).toContain('"name":"Ada"');
  expect(await getDelivery(owner, delivery.id)).toMatchObject({ status: "pending", webhookStatus: "active" });
});

it("is in no list, counts nowhere, can be neither read as a webhook nor sent again", async () => {
  const owner = await makeOwner();
  const real = await makeWebhook(owner);
  const logged = await sendTest(owner, real.id, {});
  const { delivery } = await draftOf(owner);
  expect((await listWebhooks(owner, { limit: 10 })).data.map(({ id }) => id)).toEqual([real.id]);
  await expect(getWebhook(owner, delivery.webhookId)).rejects.toThrow("nothing here");
  const log = await listDeliveries(owner, deliveriesQuerySchema.parse({}));
  expect(log.data.map(({ id }) => id)).toEqual([logged.id]);
  const events = await listEvents(owner, eventsQuerySchema.parse({}));
  expect(events.data.map(({ id }) => id)).toEqual([logged.eventId]);
  await expect(retryDelivery(owner, delivery.id)).rejects.toThrow("Send a new one");
  const next = await makeWebhook(owner);
  expect(next.number).toBe(real.number + 1);
});

it("keeps to the rules of URLs, formats and types, each at its field", async () => {
  const owner = await makeOwner();
  const refused = (input: Partial<WebhookTestInput>) => draftOf(owner, input).catch((error: unknown) => error);
  expect(await refused({ url: "http://169.254.169.254/" })).toHaveProperty("issues.0.path", ["url"]);
  expect(await refused({ format: "sidecar" })).toMatchObject({
    fields: { authorization: expect.any(String) as string },
  });
  expect(await refused({ type: "never.heard" })).toMatchObject({ fields: { type: expect.any(String) as string } });
  expect(await refused({ webhookId: "wh_01kmhagkve0008000000000001" })).toMatchObject({ code: "not_found" });
});

it("of a saved webhook is signed with its secret and carries what is stored, but to no other server", async () => {
  const owner = await makeOwner();
  const { id: webhookId, secret } = await makeWebhook(owner, {
    ...{ url: "http://127.0.0.1:4999/hook", format: "sidecar", authorization: "Bearer stored" },
  });
  const kept = await draftOf(owner, { webhookId, format: "sidecar" });
  expect(kept.destination?.keys).toEqual({ secret, authorization: "Bearer stored" });
  const unsent = await draftOf(owner, { webhookId, format: "sydx" });
  expect(unsent.destination?.keys).toEqual({ secret });
  const elsewhere = draftOf(owner, { webhookId, format: "sidecar", url: "http://127.0.0.1:4998/hook" });
  await expect(elsewhere).rejects.toMatchObject({ fields: { authorization: expect.any(String) as string } });
  const other = await makeOwner();
  await expect(draftOf(other, { webhookId, format: "sydx" })).rejects.toMatchObject({ code: "not_found" });
});

it("is cleared away after an hour with all there is of it, and nothing else is", async () => {
  const owner = await makeOwner();
  const { accountId } = owner;
  const real = await makeWebhook(owner);
  await sendTest(owner, real.id, {});
  const { uuid } = await draftOf(owner);
  const young = await draftOf(owner);
  const old = uuidV7(Date.now() - 3_700_000, Buffer.alloc(10, 7));
  const { filter: _, autoDisable: __, ...row } = await prisma().webhook.findUniqueOrThrow({ where: { id: uuid } });
  await prisma().webhook.create({ data: { ...row, id: old, number: -1, headers: [] } });
  await prisma().delivery.updateMany({ where: { webhookId: uuid, accountId }, data: { webhookId: old } });
  await deleteOutdated();
  const drafts = await prisma().webhook.findMany({ where: { accountId, isDraft: true }, select: { id: true } });
  expect(drafts.map(({ id }) => id).toSorted()).toEqual([uuid, young.uuid].toSorted());
  expect(await prisma().delivery.count({ where: { accountId } })).toBe(2);
  expect(await prisma().event.count({ where: { accountId } })).toBe(2);
});
