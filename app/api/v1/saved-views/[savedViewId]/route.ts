import { deleteSavedView, updateSavedView } from "@/lib/deliveries/saved-views";
import { api, json, methods, noContent } from "@/lib/http";

interface Params {
  savedViewId: string;
}

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateSavedView(actor, params.savedViewId, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await deleteSavedView(actor, params.savedViewId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ PATCH: patch, DELETE: remove });
