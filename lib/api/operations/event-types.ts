import { z } from "zod";
import {
  createEventSetSchema,
  createEventTypeSchema,
  eventSetSchema,
  eventTypeDetailSchema,
  eventTypeSchema,
  publishingSchema,
  updateEventTypeSchema,
  updatePublishingSchema,
} from "../../core/event-type";
import { filterPreviewSchema, previewFilterSchema } from "../../core/filter-preview-schema";
import { pageSchema } from "../../core/page";
import type { Operation } from "../operation";
import { eventSetIdParams, eventTypeParams } from "../parameters";
import {
  sampleEventSet,
  sampleEventTypes,
  sampleEventTypeDetail,
  sampleEventTypeToCreate,
  sampleFilter,
  sampleFilteredType,
  sampleFilterPreview,
} from "../samples";

const group = "Event types";
const oneType = { type: { summary: "An account's own type", value: sampleEventTypeDetail } };
const validation = { warn: { summary: "Accepted with warnings", value: { validation: "warn" } } };
const builtIn = "The API key lacks the scope that this needs, or the type is built in.";

export const eventTypeOperations: Operation[] = [
  {
    id: "listEventTypes",
    method: "get",
    path: "/event-types",
    group,
    summary: "The event catalogue",
    description:
      "All at once, group by group. A name's first word says its group: an account's own `contact.merged` stands after the built-in types of Contacts. Groups that only own types have come last.",
    scope: "webhooks:read",
    query: z.strictObject({}),
    answers: {
      200: {
        description: "All event types.",
        schema: pageSchema(eventTypeSchema),
        examples: {
          some: {
            summary: "Three of them: one built in, two own",
            value: { data: sampleEventTypes, nextCursor: null },
          },
        },
      },
    },
  },
  {
    id: "createEventType",
    method: "post",
    path: "/event-types",
    group,
    summary: "Add an event type of the account's own",
    scope: "webhooks:write",
    body: {
      schema: createEventTypeSchema,
      examples: { order: { summary: "With a schema and a sample", value: sampleEventTypeToCreate } },
    },
    answers: { 201: { description: "The event type.", schema: eventTypeDetailSchema, examples: oneType } },
    errors: { conflict: "There is a type of this name, or the account has 200." },
  },
  {
    id: "getEventType",
    method: "get",
    path: "/event-types/{name}",
    group,
    summary: "An event type, with its schema, a sample, and who is subscribed",
    scope: "webhooks:read",
    params: eventTypeParams,
    answers: { 200: { description: "The event type.", schema: eventTypeDetailSchema, examples: oneType } },
  },
  {
    id: "updateEventType",
    method: "patch",
    path: "/event-types/{name}",
    group,
    summary: "Change one of the account's own",
    scope: "webhooks:write",
    params: eventTypeParams,
    body: {
      schema: updateEventTypeSchema,
      examples: {
        words: { summary: "Another description", value: { description: "Triggered when an order is paid" } },
      },
    },
    answers: { 200: { description: "The event type as it is now.", schema: eventTypeDetailSchema, examples: oneType } },
    errors: { forbidden: builtIn },
  },
  {
    id: "deleteEventType",
    method: "delete",
    path: "/event-types/{name}",
    group,
    summary: "Delete one of the account's own",
    description: "Events that were published stay, and go on being delivered.",
    scope: "webhooks:write",
    params: eventTypeParams,
    answers: { 204: { description: "It is gone: publishing it is refused." } },
    errors: { forbidden: builtIn, conflict: "A webhook subscribes to it by its name." },
  },
  {
    id: "listEventSets",
    method: "get",
    path: "/event-sets",
    group,
    summary: "Named sets of events, to begin a subscription with",
    scope: "webhooks:read",
    answers: {
      200: {
        description: "Those that every account has, then its own.",
        schema: pageSchema(eventSetSchema),
        examples: { own: { summary: "One of them", value: { data: [sampleEventSet], nextCursor: null } } },
      },
    },
  },
  {
    id: "createEventSet",
    method: "post",
    path: "/event-sets",
    group,
    summary: "Save a set",
    scope: "webhooks:write",
    body: {
      schema: createEventSetSchema,
      examples: {
        shop: { summary: "Groups and single types", value: { name: "Sales", events: ["lead.*", "call.ended"] } },
      },
    },
    answers: {
      201: {
        description: "The set.",
        schema: eventSetSchema,
        examples: { set: { summary: "A set", value: sampleEventSet } },
      },
    },
    errors: { conflict: "There is a set of this name, or the account has 50." },
  },
  {
    id: "deleteEventSet",
    method: "delete",
    path: "/event-sets/{eventSetId}",
    group,
    summary: "Delete a set",
    description: "Webhooks that were made with it keep their subscriptions.",
    scope: "webhooks:write",
    params: eventSetIdParams,
    answers: { 204: { description: "It is gone." } },
  },
  {
    id: "previewFilter",
    method: "post",
    path: "/filter-preview",
    group,
    summary: "Try out a filter on data, or on a type's sample",
    scope: "webhooks:read",
    body: {
      schema: previewFilterSchema,
      examples: {
        sample: { summary: "On a sample", value: { filter: sampleFilter, type: sampleFilteredType } },
        data: { summary: "On data", value: { filter: sampleFilter, data: { lead_score: 72 } } },
      },
    },
    answers: {
      200: {
        description: "Whether it would be sent, and what each condition says.",
        schema: filterPreviewSchema,
        examples: { sent: { summary: "It would be sent", value: sampleFilterPreview } },
      },
    },
  },
  {
    id: "getPublishing",
    method: "get",
    path: "/publishing",
    group,
    summary: "Whether published data is checked against the types' schemas",
    scope: "webhooks:read",
    answers: { 200: { description: "The account's choice.", schema: publishingSchema, examples: validation } },
  },
  {
    id: "updatePublishing",
    method: "patch",
    path: "/publishing",
    group,
    summary: "Choose whether published data is checked",
    description: "`off`: never. `warn`: it is accepted, and the answer says what is wrong. `reject`: 422.",
    scope: "webhooks:write",
    body: { schema: updatePublishingSchema, examples: validation },
    answers: { 200: { description: "The account's choice.", schema: publishingSchema, examples: validation } },
  },
];
