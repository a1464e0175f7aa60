import { getRedelivery } from "@/lib/deliveries/redeliveries";
import { api, json, methods } from "@/lib/http";

const get = api<{ redeliveryId: string }>(async ({ actor, params }) =>
  json(await getRedelivery(actor, params.redeliveryId)),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
