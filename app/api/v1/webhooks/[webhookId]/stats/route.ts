import { statsQuerySchema } from "@/lib/core/stats";
import { api, json, methods } from "@/lib/http";
import { webhookStats } from "@/lib/webhooks/stats";

const get = api<{ webhookId: string }>(async ({ actor, params, query }) =>
  json(await webhookStats(actor, params.webhookId, statsQuerySchema.parse(query()))),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
