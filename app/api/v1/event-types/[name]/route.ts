import { api, json, methods, noContent } from "@/lib/http";
import { deleteEventType, getEventType, updateEventType } from "@/lib/webhooks/event-types";

interface Params {
  name: string;
}

const get = api<Params>(async ({ actor, params }) => json(await getEventType(actor, params.name)));

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateEventType(actor, params.name, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await deleteEventType(actor, params.name);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch, DELETE: remove });
