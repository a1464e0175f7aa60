import { expect, it } from "vitest";
import { makeDocument } from "./document";
import { OPERATIONS } from "./registry";
import { referenceOf, shapesOf } from "./reference";

const groups = referenceOf(makeDocument(""), "http://localhost:3000/api/v1");
const operations = groups.flatMap((group) => group.operations);
const find = (id: string) => operations.find((operation) => operation.id === id);

it("every operation stands under its heading, and no heading is empty", () => {
  expect(operations.map(({ id }) => id).toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  expect(groups.filter((group) => group.operations.length === 0)).toEqual([]);
});

it("fields say their types in words, also those inside", () => {
  const fields = find("createWebhook")?.body?.fields ?? [];
  const field = (name: string) => fields.find((one) => one.name === name);
  expect(field("title")).toMatchObject({ type: "string", isRequired: true });
  expect(field("format")?.type).toBe('"sydx" | "sidecar" | "aisync" | "standard", default "sydx"');
  expect(field("events")?.type).toBe("list of string");
  expect(field("timeoutMs")?.type).toBe("integer from 1000 to 30000, default 5000");
  expect(field("retry")?.fields.map(({ name }) => name)).toEqual(["preset", "delaysSeconds"]);
  expect(find("listDeliveries")?.answers[0]?.fields[0]).toMatchObject({ name: "data", type: "list of Delivery" });
  expect(find("getDelivery")?.answers[0]).toMatchObject({ type: "DeliveryDetail", fields: [] });
});

it("every shape that is named anywhere is told of", () => {
  const shapes = shapesOf(makeDocument(""));
  const delivery = shapes.find(({ name }) => name === "Delivery");
  expect(delivery?.fields.find(({ name }) => name === "nextAttemptAt")?.type).toBe("timestamp or null");
  expect(shapes.map(({ name }) => name)).toEqual(expect.arrayContaining(["PublishEvent", "Attempt", "Error"]));
});

it("a curl is complete, and its quotes survive the shell", () => {
  expect(find("getWebhook")?.curl).toBe(
    'curl "http://localhost:3000/api/v1/webhooks/$WEBHOOK_ID" \\\n  -H "Authorization: Bearer $WEBHOOKS_API_KEY"',
  );
  expect(find("publishEvent")?.curl).toContain(`-d '{"type":"contact.created"`);
});
