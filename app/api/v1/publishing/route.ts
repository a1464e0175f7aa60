import { api, json, methods } from "@/lib/http";
import { getPublishing, updatePublishing } from "@/lib/webhooks/publishing";

const get = api(async ({ actor }) => json(await getPublishing(actor)));

const patch = api(async ({ actor, body }) => json(await updatePublishing(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch });
