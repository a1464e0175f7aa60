import { MAX_BATCH_BYTES } from "@/lib/core/event";
import { api, json, methods } from "@/lib/http";
import { acceptBatch } from "@/lib/webhooks/accept-events";

const post = api(async ({ actor, request, body }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  return json({ data: await acceptBatch(actor, await body(MAX_BATCH_BYTES), idempotencyKey) }, 202);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
