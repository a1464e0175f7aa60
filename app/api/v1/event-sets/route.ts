import { api, json, methods } from "@/lib/http";
import { createEventSet, listEventSets } from "@/lib/webhooks/event-sets";

/** All at once: they are few. */
const get = api(async ({ actor }) => json({ data: await listEventSets(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createEventSet(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
