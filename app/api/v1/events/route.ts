import { api, json } from "@/lib/http";
import { publish } from "@/lib/webhooks/publish";

export const POST = api(async ({ actor, request, body }) => {
  const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
  return json(await publish(actor, await body(), idempotencyKey), 202);
});
