import { createApiKey, listApiKeys } from "@/lib/accounts/api-keys";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor }) => json({ data: await listApiKeys(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createApiKey(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
