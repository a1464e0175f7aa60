import { outcomesQuerySchema } from "@/lib/core/stats";
import { api, json, methods } from "@/lib/http";
import { webhookOutcomes } from "@/lib/webhooks/outcomes";

const get = api<{ webhookId: string }>(async ({ actor, params, query }) =>
  json(await webhookOutcomes(actor, params.webhookId, outcomesQuerySchema.parse(query()))),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
