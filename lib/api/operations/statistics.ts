import { failuresQuerySchema, webhookFailuresSchema } from "../../core/failure-groups";
import { webhookOutcomesSchema } from "../../core/outcomes";
import { outcomesQuerySchema, statsQuerySchema, webhookStatsSchema } from "../../core/stats";
import type { Operation } from "../operation";
import { webhookIdParams } from "../parameters";
import { sampleFailures, sampleOutcomes, sampleStats } from "../samples";

const group = "Statistics";

export const statisticsOperations: Operation[] = [
  {
    id: "getWebhookStats",
    method: "get",
    path: "/webhooks/{webhookId}/stats",
    group,
    summary: "A webhook's numbers over time",
    scope: "webhooks:read",
    params: webhookIdParams,
    query: statsQuerySchema,
    answers: {
      200: {
        description: "Attempts, counted.",
        schema: webhookStatsSchema,
        examples: { hour: { summary: "One hour", value: sampleStats } },
      },
    },
  },
  {
    id: "getWebhookOutcomes",
    method: "get",
    path: "/webhooks/{webhookId}/outcomes",
    group,
    summary: "A webhook's deliveries over time",
    description:
      "Each counted once, when it was made, by where it stands now: for the same webhook and span, the list of deliveries has as many.",
    scope: "webhooks:read",
    params: webhookIdParams,
    query: outcomesQuerySchema,
    answers: {
      200: {
        description: "Deliveries, counted.",
        schema: webhookOutcomesSchema,
        examples: { hour: { summary: "One hour", value: sampleOutcomes } },
      },
    },
  },
  {
    id: "getWebhookFailures",
    method: "get",
    path: "/webhooks/{webhookId}/failures",
    group,
    summary: "A webhook's failures, in groups",
    description:
      "Failed attempts that ended alike are one group: the same error, response code and answer, whatever ids, numbers or times the answer names.",
    scope: "webhooks:read",
    params: webhookIdParams,
    query: failuresQuerySchema,
    answers: {
      200: {
        description: "The groups.",
        schema: webhookFailuresSchema,
        examples: { rotated: { summary: "The secret was rotated", value: sampleFailures } },
      },
    },
  },
];
