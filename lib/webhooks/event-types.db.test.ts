import { afterAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { CATALOGUE } from "../core/catalogue";
import { AppError } from "../core/errors";
import { encodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptBatch, acceptEvent } from "./accept-events";
import { createEventSet, deleteEventSet, listEventSets } from "./event-sets";
import { createEventType, deleteEventType, getEventType, listEventTypes, updateEventType } from "./event-types";
import { getEvent } from "./events";
import { publish } from "./publish";
import { updatePublishing } from "./publishing";
import { sendTest } from "./send-test";
import { updateWebhook } from "./webhooks";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const paid = {
  name: "order.paid",
  description: "Triggered when an order is paid",
  schema: { type: "object", required: ["amount"], properties: { amount: { type: "number", minimum: 0 } } },
  sample: { amount: 12.5 },
};

const refusal = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return { code: error.code, fields: error.fields };
      if (error instanceof ZodError) return { code: "zod", path: error.issues[0]?.path.join(".") };
      throw error;
    },
  );

describe("an account's own event type", () => {
  it("can be published, subscribed to by name and group, tested, read, changed and deleted", async () => {
    const owner = await makeOwner();
    const created = await createEventType(owner, paid);
    expect(created).toMatchObject({ ...paid, group: "Order", isBuiltIn: false, useCases: [], subscribers: [] });
    await makeWebhook(owner, { title: "By group", events: ["order.*"] });
    const webhook = await makeWebhook(owner, { title: "By name", events: ["order.paid"] });
    expect(await acceptEvent(owner, { type: "order.paid", data: { amount: 1 } })).toMatchObject({ deliveries: 2 });

    const test = await sendTest(owner, webhook.id, { type: "order.paid" });
    expect(await getEvent(owner, test.eventId)).toMatchObject({ data: paid.sample });
    const { subscribers } = await getEventType(owner, "order.paid");
    expect(subscribers.map(({ title }) => title)).toEqual(["By name", "By group"]);

    expect(await updateEventType(owner, "order.paid", { schema: null, sample: { any: 1 } })).toMatchObject({
      description: paid.description,
      schema: null,
      sample: { any: 1 },
    });
    expect(await refusal(deleteEventType(owner, "order.paid"))).toMatchObject({ code: "conflict" });
    await updateWebhook(owner, webhook.id, { events: ["sms.*"] });
    await deleteEventType(owner, "order.paid");
    expect(await refusal(acceptEvent(owner, { type: "order.paid", data: {} }))).toEqual({
      code: "validation_failed",
      fields: { type: 'There is no event type "order.paid".' },
    });
  });

  it("can be published at once after it was created, also where it was unknown a moment before", async () => {
    const owner = await makeOwner();
    const event = { type: "order.paid", data: {} };
    expect(await refusal(acceptEvent(owner, event))).toMatchObject({ code: "validation_failed" });
    // Another process creates it: this one's memory isn't told.
    await prisma().eventType.create({
      data: {
        id: owner.accountId,
        accountId: owner.accountId,
        name: "order.paid",
        description: "",
        useCases: [],
        sample: {},
      },
    });
    expect(await acceptEvent(owner, event)).toMatchObject({ type: "order.paid" });
    const published = await prisma().$transaction((tx) =>
      publish(tx, { accountId: encodeId("account", owner.accountId), ...event }),
    );
    expect(published).toMatchObject({ type: "order.paid" });
  });

  it("is unknown to every other account", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    await createEventType(owner, paid);
    expect(await refusal(getEventType(other, "order.paid"))).toMatchObject({ code: "not_found" });
    expect(await refusal(acceptEvent(other, { type: "order.paid", data: {} }))).toMatchObject({
      code: "validation_failed",
    });
    expect(await refusal(makeWebhook(other, { events: ["call.*", "order.*"] }))).toEqual({
      code: "validation_failed",
      fields: { "events.1": 'There is no event type "order.*".' },
    });
    expect(await refusal(createEventSet(other, { name: "S", events: ["order.paid"] }))).toMatchObject({
      fields: { "events.0": 'There is no event type "order.paid".' },
    });
    expect((await listEventTypes(other)).every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
  });

  it.each([
    ["a built-in name", { ...paid, name: "call.ended" }, { code: "conflict" }],
    ["one word", { ...paid, name: "order" }, { code: "zod", path: "name" }],
    ["capital letters", { ...paid, name: "Order.Paid" }, { code: "zod", path: "name" }],
    ["a name of ours", { ...paid, name: "webhook.hacked" }, { code: "zod", path: "name" }],
    ["no description", { ...paid, description: " " }, { code: "zod", path: "description" }],
    ["an unknown field", { ...paid, colour: "red" }, { code: "zod" }],
    ["a schema that isn't taken", { ...paid, schema: { pattern: "a" } }, { code: "zod", path: "schema.pattern" }],
    [
      "a sample that doesn't fit",
      { ...paid, sample: { amount: -1 } },
      { code: "validation_failed", fields: { "sample.amount": expect.stringContaining("at least 0") as string } },
    ],
  ])("is refused with %s", async (_, input, expected) => {
    expect(await refusal(createEventType(await makeOwner(), input))).toMatchObject(expected);
  });

  it("has a name of its own, also when two create it at once", async () => {
    const owner = await makeOwner();
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(createEventType(owner, paid))));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.code === "conflict")).toHaveLength(2);
  });

  it("keeps the order of its schema's and sample's fields, and more than 32 of them", async () => {
    const owner = await makeOwner();
    const names = Array.from({ length: 60 }, (_, index) => `f${(index * 7) % 60}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: "integer" }]));
    const sample = Object.fromEntries(names.map((name, index) => [name, index]));
    await createEventType(owner, { ...paid, schema: { properties }, sample });
    const read = await getEventType(owner, "order.paid");
    expect(JSON.stringify(read.schema)).toBe(JSON.stringify({ properties }));
    expect(JSON.stringify(read.sample)).toBe(JSON.stringify(sample));
  });
});

describe("the list of event types", () => {
  it("has the built-in ones in their order, and own ones in the group that their name says", async () => {
    const owner = await makeOwner();
    for (const name of ["order.paid", "call.rated", "cart.left"]) await createEventType(owner, { ...paid, name });
    const types = await listEventTypes(owner);
    const builtIn = CATALOGUE.flatMap((group) => group.types.map(({ name }) => name));
    expect(types.filter(({ isBuiltIn }) => isBuiltIn).map(({ name }) => name)).toEqual(builtIn);
    expect(types.filter(({ group }) => group === "Calls").at(-1)?.name).toBe("call.rated");
    expect(types.slice(-2).map(({ name, group }) => [name, group])).toEqual([
      ["cart.left", "Cart"],
      ["order.paid", "Order"],
    ]);
    expect(types[0]).not.toHaveProperty("schema");
  });

  it("has built-in types that nobody can change or delete", async () => {
    const owner = await makeOwner();
    expect(await getEventType(owner, "call.ended")).toMatchObject({ isBuiltIn: true, sample: { call_duration: 180 } });
    const forbidden = { code: "forbidden" };
    expect(await refusal(updateEventType(owner, "call.ended", { description: "x" }))).toMatchObject(forbidden);
    expect(await refusal(deleteEventType(owner, "call.ended"))).toMatchObject(forbidden);
  });
});

describe("a webhook's subscription", () => {
  it("may keep a group whose last type is gone, and be given no other unknown one", async () => {
    const owner = await makeOwner();
    await createEventType(owner, paid);
    const { id } = await makeWebhook(owner, { events: ["order.*"] });
    await deleteEventType(owner, "order.paid");
    expect(await updateWebhook(owner, id, { events: ["order.*", "call.*"] })).toMatchObject({
      events: ["order.*", "call.*"],
    });
    expect(await refusal(updateWebhook(owner, id, { events: ["order.paid"] }))).toMatchObject({
      code: "validation_failed",
    });
  });
});

describe("what is published", () => {
  const wrong = { type: "call.ended", data: { call_id: "c", call_duration: "long", call_status: "completed" } };
  const right = { type: "call.ended", data: { call_id: "c", call_duration: 3, call_status: "completed" } };

  it("is taken as it is by default, and again when checking is off", async () => {
    const owner = await makeOwner();
    expect(await acceptEvent(owner, wrong)).not.toHaveProperty("warnings");
    await updatePublishing(owner, { validation: "reject" });
    expect(await refusal(acceptEvent(owner, wrong))).toBeDefined();
    await updatePublishing(owner, { validation: "off" });
    expect(await acceptEvent(owner, wrong)).not.toHaveProperty("warnings");
  });

  it("is rejected where it doesn't fit, the path named, and nothing of it is stored", async () => {
    const owner = await makeOwner();
    await createEventType(owner, paid);
    await updatePublishing(owner, { validation: "reject" });
    const message = "Has to be integer, not string.";
    expect(await refusal(acceptEvent(owner, wrong))).toEqual({
      code: "validation_failed",
      fields: { "data.call_duration": message },
    });
    const events = [right, wrong, { type: "order.paid", data: {} }, { type: "order.paid", data: { amount: 0 } }];
    expect(await refusal(acceptBatch(owner, { events }))).toEqual({
      code: "validation_failed",
      fields: { "events.1.data.call_duration": message, "events.2.data.amount": "This is missing." },
    });
    expect(await prisma().event.count({ where: { accountId: owner.accountId } })).toBe(0);
    expect(await acceptEvent(owner, right)).not.toHaveProperty("warnings");
  });

  it("is accepted with a warning that the answer, the same one again, and the event carry", async () => {
    const owner = await makeOwner();
    await makeWebhook(owner);
    await updatePublishing(owner, { validation: "warn" });
    const warnings = [{ path: "data.call_duration", message: "Has to be integer, not string." }];
    const answer = await acceptEvent(owner, wrong, "key-1");
    expect(answer).toMatchObject({ warnings, deliveries: 1 });
    expect(await acceptEvent(owner, wrong, "key-1")).toEqual(answer);
    expect(await getEvent(owner, answer.id)).toMatchObject({ warnings, data: wrong.data });
    const batch = await acceptBatch(owner, { events: [right, wrong] });
    expect(batch.map((event) => event.warnings)).toEqual([undefined, warnings]);
  });

  it("keeps its answer for its idempotency key, also where it would be refused by now", async () => {
    const owner = await makeOwner();
    await createEventType(owner, paid);
    const event = { type: "order.paid", data: {} };
    const answer = await acceptEvent(owner, event, "order-7");
    await updatePublishing(owner, { validation: "reject" });
    expect(await acceptEvent(owner, event, "order-7")).toEqual(answer);
    await deleteEventType(owner, "order.paid");
    expect(await acceptEvent(owner, event, "order-7")).toEqual(answer);
    expect(await refusal(acceptEvent(owner, { ...event, data: { amount: 1 } }, "order-7"))).toMatchObject({
      code: "conflict",
    });
    expect(await refusal(acceptEvent(owner, event, "order-8"))).toMatchObject({ code: "validation_failed" });
  });

  it("is checked against the schema as it was last changed", async () => {
    const owner = await makeOwner();
    await createEventType(owner, paid);
    await updatePublishing(owner, { validation: "reject" });
    const event = { type: "order.paid", data: { amount: 1 } };
    await acceptEvent(owner, event);
    for (const minimum of [2, 0, 2]) {
      const schema = { properties: { amount: { minimum } } };
      await updateEventType(owner, "order.paid", { schema, sample: { amount: 5 } });
      expect((await refusal(acceptEvent(owner, event))) === undefined).toBe(minimum === 0);
    }
  });
});

describe("event sets", () => {
  it("are those of every account and its own, which it can delete", async () => {
    const owner = await makeOwner();
    const set = await createEventSet(owner, { name: "Billing", events: ["sms.sent", "call.*", "sms.sent"] });
    expect(set.events).toEqual(["sms.sent", "call.*"]);
    const names = ["CRM sync", "Call analytics", "Lead alerts", "Messaging", "Everything"];
    expect((await listEventSets(owner)).map(({ name }) => name)).toEqual([...names, "Billing"]);
    expect(await refusal(createEventSet(owner, { name: "billing", events: ["*"] }))).toMatchObject({
      code: "conflict",
    });
    expect(await refusal(createEventSet(owner, { name: "crm SYNC", events: ["*"] }))).toMatchObject({
      code: "conflict",
    });
    await deleteEventSet(owner, set.id ?? "");
    expect((await listEventSets(owner)).map(({ name }) => name)).toEqual(names);
  });

  it("consist of patterns that every account can subscribe to", async () => {
    const owner = await makeOwner();
    for (const { events } of await listEventSets(owner)) expect(await makeWebhook(owner, { events })).toBeDefined();
  });
});

it.each(["\u0000", "a", "A.b", "nope.nope"])("there is no type %j, to read, change or delete", async (name) => {
  const owner = await makeOwner();
  await expect(getEventType(owner, name)).rejects.toMatchObject({ code: "not_found" });
  await expect(updateEventType(owner, name, {})).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteEventType(owner, name)).rejects.toMatchObject({ code: "not_found" });
});
