import { webhooksQuerySchema } from "@/lib/core/webhook";
import { api, json, methods } from "@/lib/http";
import { createWebhook, listWebhooks } from "@/lib/webhooks/webhooks";

const get = api(async ({ actor, query }) => json(await listWebhooks(actor, webhooksQuerySchema.parse(query()))));

const post = api(async ({ actor, body }) => json(await createWebhook(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
