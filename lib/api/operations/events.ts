import {
  eventSchema,
  eventsQuerySchema,
  listedEventSchema,
  publishBatchSchema,
  publishedBatchSchema,
  publishedEventSchema,
  publishEventSchema,
} from "../../core/event";
import { pageSchema } from "../../core/page";
import type { Operation } from "../operation";
import { ABOUT_SHORT_PAGES, eventIdParams, idempotencyHeaders } from "../parameters";
import { sampleEvent, sampleListedEvent, samplePublished, sampleToPublish } from "../samples";

const USED_KEY = "The Idempotency-Key was used with another body.";

export const eventOperations: Operation[] = [
  {
    id: "publishEvent",
    method: "post",
    path: "/events",
    group: "Events",
    summary: "Publish an event",
    description:
      "Answers once the event and a delivery for every subscribed webhook are committed: nothing that was accepted is lost. The body has at most 256 KiB.",
    scope: "events:write",
    headers: idempotencyHeaders,
    body: {
      schema: publishEventSchema,
      examples: {
        now: { summary: "Something that happened just now", value: sampleToPublish },
        earlier: {
          summary: "Something that happened earlier",
          value: { ...sampleToPublish, timestamp: samplePublished.timestamp },
        },
      },
    },
    answers: {
      202: {
        description: "The event is committed.",
        schema: publishedEventSchema,
        examples: { accepted: { summary: "Goes to one webhook", value: samplePublished } },
      },
    },
    errors: { conflict: USED_KEY },
  },
  {
    id: "publishBatch",
    method: "post",
    path: "/events/batch",
    group: "Events",
    summary: "Publish up to 1,000 events",
    description:
      "All of them are accepted, or none; errors name the event by its index: `events.2.type`. The body has at most 5 MiB, and each event 256 KiB.",
    scope: "events:write",
    headers: idempotencyHeaders,
    body: {
      schema: publishBatchSchema,
      examples: {
        two: {
          summary: "Two events",
          value: {
            events: [sampleToPublish, { type: "lead.captured", data: { name: "Ada Lovelace", source: "website" } }],
          },
        },
      },
    },
    answers: {
      202: {
        description: "All are committed; the answer is in their order.",
        schema: publishedBatchSchema,
        examples: { accepted: { summary: "Of one event", value: { data: [samplePublished] } } },
      },
    },
    errors: { conflict: USED_KEY },
  },
  {
    id: "listEvents",
    method: "get",
    path: "/events",
    group: "Events",
    summary: "Published events, newest first",
    description: ABOUT_SHORT_PAGES,
    scope: "webhooks:read",
    query: eventsQuerySchema,
    answers: {
      200: {
        description: "A page of events.",
        schema: pageSchema(listedEventSchema),
        examples: { page: { summary: "The last page", value: { data: [sampleListedEvent], nextCursor: null } } },
      },
    },
  },
  {
    id: "getEvent",
    method: "get",
    path: "/events/{eventId}",
    group: "Events",
    summary: "An event and its deliveries",
    scope: "webhooks:read",
    params: eventIdParams,
    answers: {
      200: {
        description: "The event.",
        schema: eventSchema,
        examples: { delivered: { summary: "Delivered to one webhook", value: sampleEvent } },
      },
    },
  },
];
