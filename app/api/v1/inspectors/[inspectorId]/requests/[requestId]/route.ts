import { api, json, methods } from "@/lib/http";
import { getInspectedRequest } from "@/lib/inspectors/requests";

const get = api<{ inspectorId: string; requestId: string }>(async ({ actor, params }) =>
  json(await getInspectedRequest(actor, params.inspectorId, params.requestId)),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
