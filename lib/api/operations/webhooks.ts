import { deliverySchema } from "../../core/delivery";
import { pageSchema } from "../../core/page";
import { redeliveryPreviewSchema, redeliverySchema, replaySchema } from "../../core/redelivery";
import {
  createWebhookSchema,
  heldDeliveriesSchema,
  rotateSecretSchema,
  sendTestSchema,
  updateWebhookSchema,
  webhookSchema,
  webhooksQuerySchema,
  webhookWithSecretSchema,
} from "../../core/webhook";
import type { Operation } from "../operation";
import { ifMatchHeaders, webhookIdParams } from "../parameters";
import {
  samplePending,
  samplePreview,
  sampleRedelivery,
  sampleToCreate,
  sampleWebhook,
  sampleWithSecret,
} from "../samples";

const group = "Webhooks";
const STALE = "It was changed since it had the ETag in `If-Match`. Read it again first.";
const ETAG = { ETag: "Of the settings as they are: for `If-Match`." };
const oneWebhook = { webhook: { summary: "A webhook", value: sampleWebhook } };

export const webhookOperations: Operation[] = [
  {
    id: "listWebhooks",
    method: "get",
    path: "/webhooks",
    group,
    summary: "All webhooks, newest first",
    scope: "webhooks:read",
    query: webhooksQuerySchema,
    answers: {
      200: {
        description: "A page of webhooks.",
        schema: pageSchema(webhookSchema),
        examples: { page: { summary: "The last page", value: { data: [sampleWebhook], nextCursor: null } } },
      },
    },
  },
  {
    id: "createWebhook",
    method: "post",
    path: "/webhooks",
    group,
    summary: "Create a webhook",
    description: "The answer has the `secret`, the only time it is shown.",
    scope: "webhooks:write",
    body: {
      schema: createWebhookSchema,
      examples: {
        simple: { summary: "With all defaults", value: sampleToCreate },
        standard: {
          summary: "Standard Webhooks, with a schedule and a rate of its own",
          value: {
            ...sampleToCreate,
            title: "Data warehouse",
            format: "standard",
            events: ["*"],
            retry: { delaysSeconds: [60, 600, 3600] },
            timeoutMs: 10_000,
            ratePerSecond: 20,
            headers: { "X-Team": "data" },
          },
        },
      },
    },
    answers: {
      201: {
        description: "Created.",
        schema: webhookWithSecretSchema,
        examples: { created: { summary: "With its secret", value: sampleWithSecret } },
      },
    },
  },
  {
    id: "getWebhook",
    method: "get",
    path: "/webhooks/{webhookId}",
    group,
    summary: "A webhook",
    scope: "webhooks:read",
    params: webhookIdParams,
    answers: { 200: { description: "The webhook.", schema: webhookSchema, examples: oneWebhook, headers: ETAG } },
  },
  {
    id: "updateWebhook",
    method: "patch",
    path: "/webhooks/{webhookId}",
    group,
    summary: "Change a webhook",
    description:
      "Changes what is given and nothing else; what is still pending is sent by the new settings, too. It takes effect within a second. `null` clears `authorization`, `alsoSign`, `ratePerSecond`, `orderBy` and `filter`. With `If-Match`, nothing is overwritten that you haven't seen.",
    scope: "webhooks:write",
    params: webhookIdParams,
    headers: ifMatchHeaders,
    body: {
      schema: updateWebhookSchema,
      examples: {
        rename: { summary: "Another title and subscription", value: { title: "CRM", events: ["contact.*"] } },
        pause: { summary: "Pause it", value: { status: "paused" } },
      },
    },
    answers: {
      200: { description: "The webhook as it is now.", schema: webhookSchema, examples: oneWebhook, headers: ETAG },
    },
    errors: {
      conflict: "`held` was given, and the webhook holds nothing.",
      precondition_failed: STALE,
    },
  },
  {
    id: "deleteWebhook",
    method: "delete",
    path: "/webhooks/{webhookId}",
    group,
    summary: "Delete a webhook",
    description:
      "Nothing is sent to it any more; what was pending counts as cancelled. Its deliveries stay in the log.",
    scope: "webhooks:write",
    params: webhookIdParams,
    headers: ifMatchHeaders,
    answers: { 204: { description: "Deleted." } },
    errors: { precondition_failed: STALE },
  },
  {
    id: "rotateSecret",
    method: "post",
    path: "/webhooks/{webhookId}/rotate-secret",
    group,
    summary: "Give a webhook a new secret",
    scope: "webhooks:write",
    params: webhookIdParams,
    body: {
      schema: rotateSecretSchema,
      isOptional: true,
      examples: { grace: { summary: "The old one goes on for a day", value: { graceSeconds: 86_400 } } },
    },
    answers: {
      200: {
        description: "The webhook with its new secret.",
        schema: webhookWithSecretSchema,
        examples: { rotated: { summary: "With its secret", value: sampleWithSecret } },
      },
    },
  },
  {
    id: "testWebhook",
    method: "post",
    path: "/webhooks/{webhookId}/test",
    group,
    summary: "Send a test",
    description:
      "A real event through the real worker, sent once, to this webhook alone, paused or not. Read the delivery again to see what became of it.",
    scope: "webhooks:write",
    params: webhookIdParams,
    body: {
      schema: sendTestSchema,
      isOptional: true,
      examples: {
        ping: { summary: "test.ping", value: {} },
        own: {
          summary: "Another type, with data of your own",
          value: { type: "lead.captured", data: { name: "Ada Lovelace" } },
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
  },
  {
    id: "replayWebhook",
    method: "post",
    path: "/webhooks/{webhookId}/replay",
    group,
    summary: "Deliver past events anew",
    description:
      "Whether or not they were meant for this webhook then. The new deliveries carry the old events' ids. A worker adds them at the rate asked for.",
    scope: "webhooks:write",
    params: webhookIdParams,
    body: {
      schema: replaySchema,
      examples: {
        count: {
          summary: "Count what would be sent",
          value: { since: "2026-03-25T06:00:00Z", status: ["failed", "missing"], dryRun: true },
        },
        replay: { summary: "Send it, five a second", value: { since: "2026-03-25T06:00:00Z", ratePerSecond: 5 } },
      },
    },
    answers: {
      200: {
        description: "What would be done, for a `dryRun`.",
        schema: redeliveryPreviewSchema,
        examples: { counted: { summary: "Counted", value: samplePreview } },
      },
      202: {
        description: "It has begun.",
        schema: redeliverySchema,
        examples: {
          begun: {
            summary: "Begun",
            value: { ...sampleRedelivery, kind: "replay", webhookId: sampleWebhook.id },
          },
        },
      },
    },
  },
  {
    id: "countHeld",
    method: "get",
    path: "/webhooks/{webhookId}/held",
    group,
    summary: "How much a paused webhook holds",
    scope: "webhooks:read",
    params: webhookIdParams,
    answers: {
      200: {
        description: "Counted, up to 100,000.",
        schema: heldDeliveriesSchema,
        examples: {
          held: {
            summary: "Some",
            value: { count: 42, isExact: true, oldestAt: "2026-03-25T08:22:50.254Z" },
          },
        },
      },
    },
  },
];
