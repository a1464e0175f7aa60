import { signedRequestOf } from "@/lib/deliveries/listening";
import { api, json, methods } from "@/lib/http";

const get = api<{ deliveryId: string }>(async ({ actor, params }) =>
  json(await signedRequestOf(actor, params.deliveryId)),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
