import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId } from "../core/ids";
import { closeDb, pool, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptBatch, acceptEvent } from "./accept-events";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const eventsOf = ({ accountId }: Actor) => prisma().event.findMany({ where: { accountId }, orderBy: { id: "asc" } });
const deliveriesOf = ({ accountId }: Actor) =>
  prisma().delivery.findMany({ where: { accountId }, orderBy: { eventId: "asc" } });

const types = ["call.ended", "sms.sent", "contact.created"] as const;
const batchOf = (count: number) => ({
  events: Array.from({ length: count }, (_, i) => ({ type: types[i % 3], data: { i } })),
});

describe("a batch", () => {
  it("is answered in its order, each event with the deliveries of its own type", async () => {
    const owner = await makeOwner();
    await makeWebhook(owner, { events: ["call.*"] });
    await makeWebhook(owner, { events: ["call.ended", "sms.*"] });
    const answers = await acceptBatch(owner, batchOf(7));
    expect(answers.map(({ type, deliveries }) => [type, deliveries])).toEqual(
      Array.from({ length: 7 }, (_, i) => [types[i % 3], [2, 1, 0][i % 3]]),
    );
    const stored = await eventsOf(owner);
    expect(stored.map(({ id }) => id)).toEqual(answers.map(({ id }) => decodeId("event", id)));
    expect(stored.map(({ data }) => JSON.parse(data) as unknown)).toEqual(batchOf(7).events.map(({ data }) => data));
    expect(await deliveriesOf(owner)).toHaveLength(8);
  });

  it("is one for one idempotency key, however many ask at once; another body or kind is refused", async () => {
    const owner = await makeOwner();
    const answers = await Promise.all(Array.from({ length: 50 }, () => acceptBatch(owner, batchOf(3), "batch-1")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await eventsOf(owner)).toHaveLength(3);
    const conflict = { code: "conflict" };
    await expect(acceptBatch(owner, batchOf(4), "batch-1")).rejects.toMatchObject(conflict);
    await expect(acceptEvent(owner, batchOf(1).events[0], "batch-1")).rejects.toMatchObject(conflict);
    await acceptEvent(owner, batchOf(1).events[0], "single-1");
    await expect(acceptBatch(owner, batchOf(1), "single-1")).rejects.toMatchObject(conflict);
  });

  it("may use a key again after 24 hours", async () => {
    const owner = await makeOwner();
    const [first] = await acceptBatch(owner, batchOf(1), "daily");
    await pool().query("UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE account_id = $1", [
      owner.accountId,
    ]);
    const [second] = await acceptBatch(owner, batchOf(2), "daily");
    expect(second?.id).not.toBe(first?.id);
    expect(await acceptBatch(owner, batchOf(2), "daily")).toMatchObject([{ id: second?.id }, {}]);
  });
});

describe("publishes of many accounts at once", () => {
  it("reach each account's own webhooks and no other's", async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, makeOwner));
    await Promise.all(owners.slice(1).map((owner) => makeWebhook(owner, { events: ["sms.*"] })));
    const publishes = Array.from({ length: 100 }, (_, i) => ({ owner: owners[i % 5] ?? owners[0], i }));
    const answers = await Promise.all(
      publishes.map(({ owner, i }) => owner && acceptEvent(owner, { type: "sms.sent", data: { i } })),
    );
    expect(answers.map((answer) => answer?.deliveries)).toEqual(publishes.map(({ i }) => (i % 5 === 0 ? 0 : 1)));
    for (const [index, owner] of owners.entries()) {
      const expected = publishes.filter(({ i }) => i % 5 === index).map(({ i }) => JSON.stringify({ i }));
      expect((await eventsOf(owner)).map(({ data }) => data)).toEqual(expected);
      const webhooks = await prisma().webhook.findMany({ where: { accountId: owner.accountId } });
      const reached = new Set((await deliveriesOf(owner)).map(({ webhookId }) => webhookId));
      expect([...reached]).toEqual(webhooks.map(({ id }) => id));
    }
  });
});

describe("the key that a delivery's order goes by", () => {
  const order = async (data: object, orderBy: string | null) => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner);
    await prisma().webhook.update({ where: { id: decodeId("webhook", id) ?? "" }, data: { orderBy } });
    await acceptEvent(owner, { type: "sms.sent", data });
    return (await deliveriesOf(owner)).map(({ orderKey }) => orderKey);
  };

  it.each([
    ["a string", { contact: 'a"\\é🚀' }, 'a"\\é🚀'],
    ["an empty string", { contact: "" }, ""],
    ["a number, as JSON writes it", { contact: 1e21 }, "1e+21"],
    ["a boolean", { contact: false }, "false"],
    ["nothing for null", { contact: null }, null],
    ["nothing for an object", { contact: { a: 1 } }, null],
    ["nothing for a list", { contact: ["a"] }, null],
    ["nothing where it is missing", { other: 1 }, null],
    ["200 characters as they are", { contact: "x".repeat(200) }, "x".repeat(200)],
    [
      "the SHA-256 of more",
      { contact: "x".repeat(201) },
      "84a0678c90937f5dcf9994d5866668da6b995109c8ad845410559b48a4ecafed",
    ],
  ])("is %s", async (_, data, expected) => {
    expect(await order(data, "data.contact")).toEqual([expected]);
  });

  it("is found at a deeper path, and nowhere for a webhook without order", async () => {
    expect(await order({ a: { b: { c: 7 } } }, "data.a.b.c")).toEqual(["7"]);
    expect(await order({ contact: "a" }, null)).toEqual([null]);
  });
});
