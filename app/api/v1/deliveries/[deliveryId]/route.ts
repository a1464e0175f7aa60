import { getDelivery } from "@/lib/deliveries/deliveries";
import { api, json, methods } from "@/lib/http";

const get = api<{ deliveryId: string }>(async ({ actor, params }) => json(await getDelivery(actor, params.deliveryId)));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
