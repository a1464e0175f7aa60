import { api, json, methods, noContent } from "@/lib/http";
import { deleteInspector, getInspector, updateInspector } from "@/lib/inspectors/inspectors";

interface Params {
  inspectorId: string;
}

const get = api<Params>(async ({ actor, params }) => json(await getInspector(actor, params.inspectorId)));

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateInspector(actor, params.inspectorId, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await deleteInspector(actor, params.inspectorId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch, DELETE: remove });
