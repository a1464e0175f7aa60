import { createApiKey, listApiKeys } from "@/lib/accounts/api-keys";
import { createApiKeySchema } from "@/lib/core/api-key";
import { api, json } from "@/lib/http";

export const GET = api(async ({ actor }) => json({ data: await listApiKeys(actor), nextCursor: null }));

export const POST = api(async ({ actor, body }) =>
  json(await createApiKey(actor, createApiKeySchema.parse(await body())), 201),
);
