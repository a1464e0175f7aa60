import { retryDelivery } from "@/lib/deliveries/deliveries";
import { api, json } from "@/lib/http";

export const POST = api<{ deliveryId: string }>(async ({ actor, params }) =>
  json(await retryDelivery(actor, params.deliveryId), 202),
);
