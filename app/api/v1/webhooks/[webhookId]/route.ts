import type { Webhook } from "@/lib/core/webhook";
import { api, json, methods, noContent } from "@/lib/http";
import { deleteWebhook, getWebhook, updateWebhook } from "@/lib/webhooks/webhooks";

interface Params {
  webhookId: string;
}

const withETag = (webhook: Webhook) => json(webhook, 200, { ETag: webhook.etag });

const get = api<Params>(async ({ actor, params }) => withETag(await getWebhook(actor, params.webhookId)));

const patch = api<Params>(async ({ actor, params, request, body }) => {
  const ifMatch = request.headers.get("if-match") ?? undefined;
  return withETag(await updateWebhook(actor, params.webhookId, await body(), ifMatch));
});

const remove = api<Params>(async ({ actor, params, request }) => {
  await deleteWebhook(actor, params.webhookId, request.headers.get("if-match") ?? undefined);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch, DELETE: remove });
