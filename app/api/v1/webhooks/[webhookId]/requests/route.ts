import { requestsQuerySchema } from "@/lib/core/signed-request";
import { listenForRequests } from "@/lib/deliveries/listening";
import { api, json, methods } from "@/lib/http";
import { stopping } from "@/lib/stopping";

const get = api<{ webhookId: string }>(async ({ actor, params, query, request }) => {
  const until = AbortSignal.any([request.signal, stopping()]);
  return json(await listenForRequests(actor, params.webhookId, requestsQuerySchema.parse(query()), until));
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
