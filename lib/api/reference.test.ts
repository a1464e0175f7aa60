import { expect, it } from "vitest";
import { builtInType } from "../core/catalogue";
import { previewOf } from "../core/filter-preview";
import type { Json } from "../core/json";
import { OPERATIONS } from "./registry";
import { apiReference, type ReferenceField } from "./reference";
import { sampleFilter, sampleFilteredType, sampleFilterPreview } from "./samples";

const ORIGIN = "http://localhost:3000";
const groups = apiReference();
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

it("every shape that is named on a group's page is told of there", () => {
  const textOf = (fields: readonly ReferenceField[]): string =>
    fields.map(({ type, fields: inner }) => `${type} ${textOf(inner)}`).join(" ");
  for (const { operations: its, shapes, name } of groups) {
    const answers = its.flatMap((operation) => operation.answers);
    const text = [
      ...its.map(({ body }) => textOf(body?.fields ?? [])),
      ...answers.map(({ type, fields }) => `${type} ${textOf(fields)}`),
      ...shapes.map(({ fields }) => textOf(fields)),
    ].join(" ");
    const named = text.replaceAll(/"[^"]*"/g, "").match(/\b[A-Z]\w+/g) ?? [];
    expect(
      shapes.map((shape) => shape.name),
      name,
    ).toEqual(expect.arrayContaining(named));
  }
  const delivery = groups.flatMap(({ shapes }) => shapes).find(({ name }) => name === "Delivery");
  expect(delivery?.fields.find(({ name }) => name === "nextAttemptAt")?.type).toBe("timestamp or null");
});

it("a filter says its operators, and what they compare with", () => {
  expect(find("createWebhook")?.body?.fields.find(({ name }) => name === "filter")?.type).toBe("Filter or null");
  const filter = groups.flatMap(({ shapes }) => shapes).find(({ name }) => name === "Filter");
  const field = (name: string) => filter?.fields.find((one) => one.name === name);
  expect(filter?.description).toContain("{path, op, value}");
  expect(field("op")?.type).toContain('"eq" | "ne" | "gt" | "gte"');
  expect(field("op")?.description).toContain("`startsWith`: a string begins with this text.");
  expect(field("value")?.type).toBe("string or number or boolean or null or list of string | number | boolean | null");
  expect(field("not")).toMatchObject({ type: "Filter", isRequired: false });
});

it("the example of trying out a filter has the answer that it gets", () => {
  const sample = builtInType(sampleFilteredType)?.sample as Json;
  expect(previewOf(sampleFilter, sample)).toEqual(sampleFilterPreview);
});

it("a curl is complete, its quotes survive the shell, and its placeholders are variables", () => {
  expect(find("getWebhook")?.curl(ORIGIN)).toBe(
    'curl "http://localhost:3000/api/v1/webhooks/$WEBHOOK_ID" \\\n  -H "Authorization: Bearer $WEBHOOKS_API_KEY"',
  );
  expect(find("publishEvent")?.curl(ORIGIN)).toContain(`-d '{"type":"contact.created"`);
  expect(find("deleteEventType")?.curl(ORIGIN)).toContain("/event-types/$EVENT_TYPE");
  expect(find("deleteEventSet")?.curl(ORIGIN)).toContain("/event-sets/$EVENT_SET_ID");
  for (const { curl } of operations) expect(curl(ORIGIN).split("\n")[0]).not.toMatch(/[{}<>[\]]/);
});
