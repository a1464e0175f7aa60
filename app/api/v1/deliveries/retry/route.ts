import { retryMany } from "@/lib/deliveries/retry-many";
import { api, json, methods } from "@/lib/http";

const post = api(async ({ actor, body }) => {
  const outcome = await retryMany(actor, await body());
  return "preview" in outcome ? json(outcome.preview) : json(outcome.redelivery, 202);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
