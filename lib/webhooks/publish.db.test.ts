import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId, encodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "./accept-events";
import { publish } from "./publish";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const lead = { type: "lead.captured", data: { name: "Ada" } };
const accountOf = (owner: Actor) => encodeId("account", owner.accountId);

async function subscribedOwner() {
  const owner = await makeOwner();
  const webhook = await makeWebhook(owner, { events: ["lead.*"] });
  return { owner, accountId: accountOf(owner), webhookId: decodeId("webhook", webhook.id) ?? "" };
}

/** What the account has: events, deliveries, and the row that the publisher's own transaction writes. */
async function rowsOf({ accountId }: Actor) {
  const where = { accountId };
  const [events, deliveries, own] = await Promise.all([
    prisma().event.count({ where }),
    prisma().delivery.count({ where }),
    prisma().auditEntry.count({ where: { ...where, action: "own.row" } }),
  ]);
  return { events, deliveries, own };
}

const ownRow = ({ accountId, label }: Actor) => ({
  data: { id: crypto.randomUUID(), accountId, actor: label, action: "own.row", target: "-" },
});

describe("publish inside a transaction", () => {
  it("commits the event and its deliveries with the transaction's own rows", async () => {
    const { owner, accountId, webhookId } = await subscribedOwner();
    const published = await prisma().$transaction(async (tx) => {
      await tx.auditEntry.create(ownRow(owner));
      return publish(tx, { accountId, ...lead, timestamp: new Date("2026-03-25T08:22:50.254Z") });
    });
    expect(published).toEqual({
      id: expect.stringMatching(/^evt_/) as string,
      type: "lead.captured",
      timestamp: "2026-03-25T08:22:50.254Z",
      deliveries: 1,
      webhookIds: [webhookId],
    });
    expect(await rowsOf(owner)).toEqual({ events: 1, deliveries: 1, own: 1 });
  });

  it("leaves nothing behind where the transaction is rolled back", async () => {
    const { owner, accountId } = await subscribedOwner();
    const transaction = prisma().$transaction(async (tx) => {
      await tx.auditEntry.create(ownRow(owner));
      await publish(tx, { accountId, ...lead, idempotencyKey: "rolled-back" });
      throw new Error("changed my mind");
    });
    await expect(transaction).rejects.toThrow("changed my mind");
    expect(await rowsOf(owner)).toEqual({ events: 0, deliveries: 0, own: 0 });
    const again = await prisma().$transaction((tx) =>
      publish(tx, { accountId, ...lead, idempotencyKey: "rolled-back" }),
    );
    expect(again.deliveries).toBe(1);
  });

  it("is one event for one idempotency key, also where two transactions ask at once and over HTTP", async () => {
    const { owner, accountId } = await subscribedOwner();
    const publishOnce = () =>
      prisma().$transaction((tx) => publish(tx, { accountId, ...lead, idempotencyKey: "order-1" }));
    const [first, second] = await Promise.all([publishOnce(), publishOnce()]);
    expect(second.id).toBe(first.id);
    expect((await acceptEvent(owner, lead, "order-1")).id).toBe(first.id);
    expect(await rowsOf(owner)).toMatchObject({ events: 1, deliveries: 1 });
  });

  it("takes up its own event again within one transaction, and refuses another under the same key", async () => {
    const { accountId } = await subscribedOwner();
    await prisma().$transaction(async (tx) => {
      const first = await publish(tx, { accountId, ...lead, idempotencyKey: "order-1" });
      expect((await publish(tx, { accountId, ...lead, idempotencyKey: "order-1" })).id).toBe(first.id);
      const other = { accountId, ...lead, data: { name: "Grace" }, idempotencyKey: "order-1" };
      await expect(publish(tx, other)).rejects.toMatchObject({ code: "conflict" });
    });
  });

  const deep = () => {
    let data: object = {};
    for (let i = 0; i < 70; i++) data = { data };
    return data;
  };
  it.each([
    ["half a surrogate pair", { data: { a: "\ud800" } }, "data.a"],
    ["U+0000", { data: { a: "\u0000" } }, "data.a"],
    ["70 levels", { data: deep() }, "data.data"],
    ["an unknown type", { type: "no.such" }, "type"],
    ["more than 256 KiB", { data: { a: "x".repeat(256 * 1024) } }, "256 KiB"],
    ["an account that doesn't exist", { accountId: encodeId("account", crypto.randomUUID()) }, "accountId"],
    ["a uuid for an account", { accountId: crypto.randomUUID() }, "accountId"],
    ["a bad idempotency key", { idempotencyKey: "a b" }, "idempotencyKey"],
  ])("refuses %s, as the API does", async (_, changes, named) => {
    const { owner, accountId } = await subscribedOwner();
    const transaction = prisma().$transaction((tx) => publish(tx, { accountId, ...lead, ...changes }));
    await expect(transaction).rejects.toThrow(named);
    expect(await rowsOf(owner)).toMatchObject({ events: 0 });
  });
});
