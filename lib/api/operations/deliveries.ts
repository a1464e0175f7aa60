import {
  deliveriesPageSchema,
  deliveriesQuerySchema,
  deliveryCountSchema,
  deliveryDetailSchema,
  deliveryFiltersSchema,
  deliverySchema,
  exportQuerySchema,
} from "../../core/delivery";
import { redeliveryPreviewSchema, retriedManySchema, retryManySchema } from "../../core/redelivery";
import { csvLine, CSV_HEADING } from "../../core/delivery-csv";
import { deliveryEvent, serverEvent } from "../../core/server-events";
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
        schema: deliveriesPageSchema,
        examples: {
          page: {
            summary: "The only page",
            value: { data: [sampleDelivery], nextCursor: null, prevCursor: null, searchedTo: null },
          },
        },
      },
    },
  },
  {
    id: "countDeliveries",
    method: "get",
    path: "/deliveries/count",
    group,
    summary: "How many deliveries match",
    description:
      "The filters are those of the log. Up to 100,000 are counted, for two seconds: beyond, it is `exact: false` and there are more.",
    scope: "webhooks:read",
    query: deliveryFiltersSchema,
    answers: {
      200: {
        description: "The number.",
        schema: deliveryCountSchema,
        examples: { exact: { summary: "Counted", value: { count: 1204, exact: true } } },
      },
    },
  },
  {
    id: "exportDeliveries",
    method: "get",
    path: "/deliveries/export",
    group,
    summary: "All deliveries that match, as a file",
    description:
      "Streamed, newest first, with the filters of the log. In CSV, what a spreadsheet would take for a formula has an apostrophe before it. Where the connection breaks off, the file is not whole.",
    scope: "webhooks:read",
    query: exportQuerySchema,
    answers: {
      200: {
        description: "The file.",
        texts: {
          "text/csv": CSV_HEADING + csvLine(sampleDelivery),
          "application/x-ndjson": `${JSON.stringify(sampleDelivery)}\n`,
        },
      },
    },
  },
  {
    id: "streamDeliveries",
    method: "get",
    path: "/deliveries/stream",
    group,
    summary: "The delivery log as it happens",
    description:
      "Server-sent events, with the filters of the log: `ready` once it watches; `delivery` for each that is new or has changed, the newest state as `data`; `behind` where more came than is told one by one: read the log; `end` before it closes because the key was revoked. Deliveries may be told more than once. `Last-Event-ID` tells what was made since. A comment every 15 s keeps it open. An account has at most 30 streams.",
    scope: "webhooks:read",
    query: deliveriesQuerySchema,
    answers: {
      200: {
        description: "Events, until one side closes.",
        texts: {
          "text/event-stream": serverEvent("ready", {}) + deliveryEvent(sampleDelivery, "AZ0kFtiOcACAAAAAAAAAAA"),
        },
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
