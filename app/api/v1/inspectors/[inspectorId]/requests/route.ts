import { inspectedRequestsQuerySchema } from "@/lib/core/inspector";
import { api, json, methods, noContent } from "@/lib/http";
import { clearInspectedRequests, listInspectedRequests } from "@/lib/inspectors/requests";
import { stopping } from "@/lib/stopping";

interface Params {
  inspectorId: string;
}

const get = api<Params>(async ({ actor, params, query, request }) => {
  const until = AbortSignal.any([request.signal, stopping()]);
  return json(
    await listInspectedRequests(actor, params.inspectorId, inspectedRequestsQuerySchema.parse(query()), until),
  );
});

const remove = api<Params>(async ({ actor, params }) => {
  await clearInspectedRequests(actor, params.inspectorId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, DELETE: remove });
