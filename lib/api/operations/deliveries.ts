import { deliveriesQuerySchema, deliveryDetailSchema, deliverySchema } from "../../core/delivery";
import { pageSchema } from "../../core/page";
import { redeliveryPreviewSchema, retriedManySchema, retryManySchema } from "../../core/redelivery";
import type { Operation } from "../operation";
import { ABOUT_SHORT_PAGES, deliveryIdParams } from "../parameters";
import { sampleDelivery, sampleDeliveryDetail, samplePending, samplePreview, sampleRedelivery } from "../samples";

const group = "Deliveries";

export const deliveryOperations: Operation[] = [
  {
    id: "listDeliveries",
    method: "get",
    path: "/deliveries",
    group,
    summary: "The delivery log, newest first",
    description: ABOUT_SHORT_PAGES,
    scope: "webhooks:read",
    query: deliveriesQuerySchema,
    answers: {
      200: {
        description: "A page of deliveries.",
        schema: pageSchema(deliverySchema),
        examples: { page: { summary: "The last page", value: { data: [sampleDelivery], nextCursor: null } } },
      },
    },
  },
  {
    id: "getDelivery",
    method: "get",
    path: "/deliveries/{deliveryId}",
    group,
    summary: "A delivery with its attempts",
    description: "What was sent and what came back, byte for byte. The value of an Authorization header is masked.",
    scope: "webhooks:read",
    params: deliveryIdParams,
    answers: {
      200: {
        description: "The delivery.",
        schema: deliveryDetailSchema,
        examples: { delivered: { summary: "Delivered at the first attempt", value: sampleDeliveryDetail } },
      },
    },
  },
  {
    id: "retryDelivery",
    method: "post",
    path: "/deliveries/{deliveryId}/retry",
    group,
    summary: "Try a delivery again at once",
    description: "One that has ended begins its schedule anew; one that waits is brought forward.",
    scope: "webhooks:write",
    params: deliveryIdParams,
    answers: {
      202: {
        description: "It is due now.",
        schema: deliverySchema,
        examples: { due: { summary: "Due now", value: samplePending } },
      },
    },
    errors: { conflict: "An attempt is under way, or its webhook takes no deliveries." },
  },
  {
    id: "retryDeliveries",
    method: "post",
    path: "/deliveries/retry",
    group,
    summary: "Try many again",
    description:
      "By `ids`, or all that match a `filter`. A worker sends them at the rate asked for; ids of nothing are named as `notFound`, and the answer is 404 where all are.",
    scope: "webhooks:write",
    body: {
      schema: retryManySchema,
      examples: {
        count: {
          summary: "Count what would be sent",
          value: { filter: { error: ["timeout"], from: "2026-03-25T06:00:00Z" }, dryRun: true },
        },
        retry: { summary: "All that failed, fifty a second", value: { filter: {}, ratePerSecond: 50 } },
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
        schema: retriedManySchema,
        examples: { begun: { summary: "Begun", value: { ...sampleRedelivery, notFound: [] } } },
      },
    },
    errors: { not_found: "None of the ids is a delivery's." },
  },
];
