import { api, json, methods } from "@/lib/http";
import { createEventType, listEventTypes } from "@/lib/webhooks/event-types";

/** All at once: they are few. */
const get = api(async ({ actor }) => json({ data: await listEventTypes(actor), nextCursor: null }));

const post = api(async ({ actor, body }) => json(await createEventType(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
