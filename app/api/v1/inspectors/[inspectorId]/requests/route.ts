import { z } from "zod";
import { pageQuery } from "@/lib/core/page";
import { api, json, methods, noContent } from "@/lib/http";
import { clearInspectedRequests, listInspectedRequests } from "@/lib/inspectors/inspectors";

interface Params {
  inspectorId: string;
}

const querySchema = z.strictObject(pageQuery);

const get = api<Params>(async ({ actor, params, query }) =>
  json(await listInspectedRequests(actor, params.inspectorId, querySchema.parse(query()))),
);

const remove = api<Params>(async ({ actor, params }) => {
  await clearInspectedRequests(actor, params.inspectorId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, DELETE: remove });
