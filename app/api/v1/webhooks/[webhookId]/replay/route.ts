import { replay } from "@/lib/deliveries/replay";
import { api, json, methods } from "@/lib/http";

const post = api<{ webhookId: string }>(async ({ actor, params, body }) => {
  const outcome = await replay(actor, params.webhookId, await body());
  return "preview" in outcome ? json(outcome.preview) : json(outcome.redelivery, 202);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
