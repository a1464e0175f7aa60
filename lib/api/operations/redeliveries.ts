import { pageSchema } from "../../core/page";
import { redeliveriesQuerySchema, redeliverySchema } from "../../core/redelivery";
import type { Operation } from "../operation";
import { redeliveryIdParams } from "../parameters";
import { sampleRedelivery } from "../samples";

const group = "Redeliveries";

const command = (name: "pause" | "resume" | "cancel", summary: string): Operation => ({
  id: `${name}Redelivery`,
  method: "post",
  path: `/redeliveries/{redeliveryId}/${name}`,
  group,
  summary,
  description: "What is asked for twice is done once. What was sent before stays sent.",
  scope: "webhooks:write",
  params: redeliveryIdParams,
  answers: {
    200: {
      description: "The redelivery as it is now.",
      schema: redeliverySchema,
      examples: { now: { summary: "As it is now", value: sampleRedelivery } },
    },
  },
  errors: { conflict: "It has ended." },
});

export const redeliveryOperations: Operation[] = [
  {
    id: "listRedeliveries",
    method: "get",
    path: "/redeliveries",
    group,
    summary: "Bulk retries and replays, newest first",
    scope: "webhooks:read",
    query: redeliveriesQuerySchema,
    answers: {
      200: {
        description: "A page of redeliveries.",
        schema: pageSchema(redeliverySchema),
        examples: { page: { summary: "The last page", value: { data: [sampleRedelivery], nextCursor: null } } },
      },
    },
  },
  {
    id: "getRedelivery",
    method: "get",
    path: "/redeliveries/{redeliveryId}",
    group,
    summary: "How far a bulk retry or replay is",
    scope: "webhooks:read",
    params: redeliveryIdParams,
    answers: {
      200: {
        description: "The redelivery.",
        schema: redeliverySchema,
        examples: { running: { summary: "Just begun", value: sampleRedelivery } },
      },
    },
  },
  command("pause", "Pause it"),
  command("resume", "Let it go on"),
  command("cancel", "End it"),
];
