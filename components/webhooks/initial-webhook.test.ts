import { expect, it } from "vitest";
import type { Webhook } from "../../lib/core/webhook";
import { copyOf } from "./initial-webhook";

const WEBHOOK = {
  ...{ id: "wh_01kmhagkve0008000000000001", number: 1, title: "CRM", url: "https://crm.example.com/webhook" },
  ...{ format: "sydx", events: ["contact.*"], retry: { preset: "sydx" }, timeoutMs: 5000, concurrency: 16 },
  ...{ hasAuthorization: true, headers: { "X-Team": "crm", Authorization: "••••" }, alsoSign: null, ratePerSecond: 20 },
  ...{ orderBy: null, filter: null, autoDisable: null, autoRecover: null },
} as unknown as Webhook;

it("a copy has all that its webhook has, but nothing that only its owner may know", () => {
  const copy = copyOf(WEBHOOK, "Copy of CRM");
  expect(copy).toMatchObject({ title: "Copy of CRM", url: WEBHOOK.url, events: WEBHOOK.events, ratePerSecond: 20 });
  expect(copy.headers).toEqual({ "X-Team": "crm" });
  expect(copy.authorization).toBeNull();
  expect(Object.keys(copy)).not.toContain("secret");
});

it("a title stays as long as titles may be", () => {
  expect(copyOf(WEBHOOK, "x".repeat(120)).title).toHaveLength(100);
});
