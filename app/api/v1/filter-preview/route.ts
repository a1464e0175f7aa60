import { api, json, methods } from "@/lib/http";
import { previewFilter } from "@/lib/webhooks/filter-preview";

const post = api(async ({ actor, body }) => json(await previewFilter(actor, await body())));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
