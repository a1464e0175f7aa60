import { expect, it } from "vitest";
import { errorAnswer } from "./answer";
import { createWebhookSchema, updateWebhookSchema } from "./core/webhook";

function refusalOf(parse: () => unknown) {
  try {
    return parse();
  } catch (error) {
    return JSON.parse(errorAnswer(error, { method: "POST", path: "/", requestId: "req_1" }).body) as unknown;
  }
}

it("a value that is none of the choices is answered with the choices, in words", () => {
  const webhook = { title: "CRM", url: "https://example.com/hook", events: ["*"], format: "xml" };
  expect(refusalOf(() => createWebhookSchema.parse(webhook))).toMatchObject({
    error: { fields: { format: "Use sydx, sidecar, aisync or standard." } },
  });
  expect(refusalOf(() => updateWebhookSchema.parse({ status: "off" }))).toMatchObject({
    error: { fields: { status: "Use active or paused." } },
  });
});
