import { z } from "zod";
import { api, json, methods } from "@/lib/http";
import { createEventType, listEventTypes } from "@/lib/webhooks/event-types";

const querySchema = z.strictObject({});

/** All at once: they are few. */
const get = api(async ({ actor, query }) => {
  querySchema.parse(query());
  return json({ data: await listEventTypes(actor), nextCursor: null });
});

const post = api(async ({ actor, body }) => json(await createEventType(actor, await body()), 201));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
