import { api, json, methods, noContent } from "@/lib/http";
import { deleteWebhook, getWebhook, updateWebhook } from "@/lib/webhooks/webhooks";

interface Params {
  webhookId: string;
}

const get = api<Params>(async ({ actor, params }) => json(await getWebhook(actor, params.webhookId)));

const patch = api<Params>(async ({ actor, params, body }) =>
  json(await updateWebhook(actor, params.webhookId, await body())),
);

const remove = api<Params>(async ({ actor, params }) => {
  await deleteWebhook(actor, params.webhookId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch, DELETE: remove });
