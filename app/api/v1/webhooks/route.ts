import { z } from "zod";
import { pageQuery } from "@/lib/core/page";
import { api, json, methods } from "@/lib/http";
import { createWebhook, listWebhooks } from "@/lib/webhooks/webhooks";

const querySchema = z.strictObject(pageQuery);

const get = api(async ({ actor, query }) => json(await listWebhooks(actor, querySchema.parse(query()))));

const post = api(async ({ actor, body }) => json(await createWebhook(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
