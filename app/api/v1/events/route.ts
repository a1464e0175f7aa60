import { eventsQuerySchema } from "@/lib/core/event";
import { api, json, methods } from "@/lib/http";
import { acceptEvent } from "@/lib/webhooks/accept-events";
import { listEvents } from "@/lib/webhooks/list-events";

const get = api(async ({ actor, query }) => json(await listEvents(actor, eventsQuerySchema.parse(query()))));

const post = api(async ({ actor, request, body }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  return json(await acceptEvent(actor, await body(), idempotencyKey), 202);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get, POST: post });
