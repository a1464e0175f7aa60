import { api, json, methods } from "@/lib/http";
import { getDisabling, updateDisabling } from "@/lib/webhooks/disabling";

const get = api(async ({ actor }) => json(await getDisabling(actor)));

const patch = api(async ({ actor, body }) => json(await updateDisabling(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, PATCH: patch });
