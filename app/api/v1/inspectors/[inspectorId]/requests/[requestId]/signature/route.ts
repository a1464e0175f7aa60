import { api, json, methods } from "@/lib/http";
import { checkInspectedRequest } from "@/lib/inspectors/requests";

const post = api<{ inspectorId: string; requestId: string }>(async ({ actor, params, body }) =>
  json(await checkInspectedRequest(actor, params.inspectorId, params.requestId, await body())),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
