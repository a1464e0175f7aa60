import { pageSchema } from "../../core/page";
import { createSavedViewSchema, savedViewSchema, updateSavedViewSchema } from "../../core/saved-view";
import type { Operation } from "../operation";
import { savedViewIdParams } from "../parameters";
import { sampleSavedView } from "../samples";

const group = "Deliveries";
const { name, filters } = sampleSavedView;
const TAKEN = "The name is taken, or there are too many.";

export const savedViewOperations: Operation[] = [
  {
    id: "listSavedViews",
    method: "get",
    path: "/saved-views",
    group,
    summary: "Filters of the log under a name",
    description: "Each person's own, and each API key's. All at once, by name: they are few.",
    scope: "webhooks:read",
    answers: {
      200: {
        description: "All of them.",
        schema: pageSchema(savedViewSchema),
        examples: { all: { summary: "One", value: { data: [sampleSavedView], nextCursor: null } } },
      },
    },
  },
  {
    id: "createSavedView",
    method: "post",
    path: "/saved-views",
    group,
    summary: "Save a view of the log",
    scope: "webhooks:read",
    body: {
      schema: createSavedViewSchema,
      examples: { failed: { summary: "What failed today", value: { name, filters } } },
    },
    answers: {
      201: {
        description: "It is saved.",
        schema: savedViewSchema,
        examples: { saved: { summary: "Saved", value: sampleSavedView } },
      },
    },
    errors: { conflict: TAKEN },
  },
  {
    id: "updateSavedView",
    method: "patch",
    path: "/saved-views/{savedViewId}",
    group,
    summary: "Rename a view, or give it other filters",
    scope: "webhooks:read",
    params: savedViewIdParams,
    body: {
      schema: updateSavedViewSchema,
      examples: { renamed: { summary: "Rename it", value: { name: "Failed calls of today" } } },
    },
    answers: {
      200: {
        description: "As it is now.",
        schema: savedViewSchema,
        examples: { renamed: { summary: "Renamed", value: { ...sampleSavedView, name: "Failed calls of today" } } },
      },
    },
    errors: { conflict: TAKEN },
  },
  {
    id: "deleteSavedView",
    method: "delete",
    path: "/saved-views/{savedViewId}",
    group,
    summary: "Delete a view",
    scope: "webhooks:read",
    params: savedViewIdParams,
    answers: { 204: { description: "It is gone; the deliveries are not touched." } },
  },
];
