import { api, json, noContent } from "@/lib/http";
import { deleteWebhook, getWebhook, updateWebhook } from "@/lib/webhooks/webhooks";

interface Params {
  webhookId: string;
}

export const GET = api<Params>(async ({ actor, params }) => json(await getWebhook(actor, params.webhookId)));

export const PATCH = api<Params>(async ({ actor, params, body }) =>
  json(await updateWebhook(actor, params.webhookId, await body())),
);

export const DELETE = api<Params>(async ({ actor, params }) => {
  await deleteWebhook(actor, params.webhookId);
  return noContent();
});
