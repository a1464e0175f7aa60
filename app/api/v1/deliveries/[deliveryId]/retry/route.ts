import { retryDelivery } from "@/lib/deliveries/deliveries";
import { api, json, methods } from "@/lib/http";

const post = api<{ deliveryId: string }>(async ({ actor, params }) =>
  json(await retryDelivery(actor, params.deliveryId), 202),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
