import { deliverySchema } from "../../core/delivery";
import { deliverySignaturesSchema, webhookTestSchema } from "../../core/webhook-test";
import type { Operation } from "../operation";
import { deliveryIdParams } from "../parameters";
import { samplePending } from "../samples";

export const testOperations: Operation[] = [
  {
    id: "testDraft",
    method: "post",
    path: "/webhook-tests",
    group: "Webhooks",
    summary: "Test a webhook before it is saved",
    description:
      "A real event through the real worker, sent once, to this URL in this format. Nothing of it is listed or counted; its delivery can be read for an hour.",
    scope: "webhooks:write",
    body: {
      schema: webhookTestSchema,
      examples: {
        ping: { summary: "test.ping", value: { url: "https://crm.example.com/webhook" } },
        own: {
          summary: "Another format and type, with a header and data of your own",
          value: {
            url: "https://crm.example.com/webhook",
            format: "standard",
            headers: { "X-Team": "data" },
            type: "lead.captured",
            data: { name: "Ada Lovelace" },
          },
        },
      },
    },
    answers: {
      202: {
        description: "The delivery, still pending.",
        schema: deliverySchema,
        examples: { pending: { summary: "On its way", value: { ...samplePending, cause: "test" } } },
      },
    },
    errors: {
      not_found: "There is no webhook with this `webhookId`.",
      conflict: "The secret of the webhook can't be read.",
    },
  },
  {
    id: "checkSignatures",
    method: "get",
    path: "/deliveries/{deliveryId}/signatures",
    group: "Deliveries",
    summary: "Whether what was sent verifies",
    description:
      "Applies the check that receivers copy from the documentation to the headers and the body of the latest attempt. Empty before the first.",
    scope: "webhooks:read",
    params: deliveryIdParams,
    answers: {
      200: {
        description: "By format.",
        schema: deliverySignaturesSchema,
        examples: {
          verified: { summary: "Verified", value: { data: [{ format: "sydx", result: "verified", reason: null }] } },
        },
      },
    },
  },
];
