import { z } from "zod";
import { pageQuery } from "@/lib/core/page";
import { api, json } from "@/lib/http";
import { createWebhook, listWebhooks } from "@/lib/webhooks/webhooks";

const querySchema = z.strictObject(pageQuery);

export const GET = api(async ({ actor, query }) => json(await listWebhooks(actor, querySchema.parse(query()))));

export const POST = api(async ({ actor, body }) => json(await createWebhook(actor, await body()), 201));
