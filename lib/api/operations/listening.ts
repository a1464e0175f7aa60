import { requestsQuerySchema, signedRequestSchema, signedRequestsSchema } from "../../core/signed-request";
import type { Operation } from "../operation";
import { deliveryIdParams, webhookIdParams } from "../parameters";
import { sampleSignedRequest } from "../samples";

const group = "Deliveries";
const ABOUT_SIGNING =
  "Whoever may have requests signed can send them anywhere: so it needs the right to change webhooks.";
const errors = { conflict: "The webhook's secret can't be read any more: rotate it." };

export const listeningOperations: Operation[] = [
  {
    id: "listenForRequests",
    method: "get",
    path: "/webhooks/{webhookId}/requests",
    group,
    summary: "What a webhook is given to deliver, as signed requests",
    description: `For receivers in development, as \`npm run listen\` does it: nothing of it is an attempt. ${ABOUT_SIGNING}`,
    scope: "webhooks:write",
    params: webhookIdParams,
    query: requestsQuerySchema,
    answers: {
      200: {
        description: "In the order they were accepted. There is always a `nextCursor`, also when nothing has come.",
        schema: signedRequestsSchema,
        examples: {
          one: {
            summary: "One has come",
            value: { data: [sampleSignedRequest], nextCursor: "AZ0kFtiOcACAAAAAAAAAAA" },
          },
        },
      },
    },
    errors,
  },
  {
    id: "getRequest",
    method: "get",
    path: "/deliveries/{deliveryId}/request",
    group,
    summary: "A delivery as the request that would be sent now",
    description: ABOUT_SIGNING,
    scope: "webhooks:write",
    params: deliveryIdParams,
    answers: {
      200: {
        description: "The request, signed; the value of an Authorization is masked.",
        schema: signedRequestSchema,
        examples: { request: { summary: "A signed request", value: sampleSignedRequest } },
      },
    },
    errors,
  },
];
