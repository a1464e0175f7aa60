import { getDelivery } from "@/lib/deliveries/deliveries";
import { api, json } from "@/lib/http";

export const GET = api<{ deliveryId: string }>(async ({ actor, params }) =>
  json(await getDelivery(actor, params.deliveryId)),
);
