import { failuresQuerySchema } from "@/lib/core/failure-groups";
import { api, json, methods } from "@/lib/http";
import { webhookFailures } from "@/lib/webhooks/failures";

const get = api<{ webhookId: string }>(async ({ actor, params, query }) =>
  json(await webhookFailures(actor, params.webhookId, failuresQuerySchema.parse(query()))),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
