import { api, json, methods } from "@/lib/http";
import { acceptEvent } from "@/lib/webhooks/accept-events";

const post = api(async ({ actor, request, body }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  return json(await acceptEvent(actor, await body(), idempotencyKey), 202);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
