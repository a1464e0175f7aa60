import { createSavedView, listSavedViews } from "@/lib/deliveries/saved-views";
import { api, json, methods } from "@/lib/http";

/** All at once: they are few. */
const get = api(async ({ actor }) => json({ data: await listSavedViews(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createSavedView(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
