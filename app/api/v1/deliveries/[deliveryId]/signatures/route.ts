import { checkSignatures } from "@/lib/deliveries/signatures";
import { api, json, methods } from "@/lib/http";

const get = api<{ deliveryId: string }>(async ({ actor, params }) =>
  json(await checkSignatures(actor, params.deliveryId)),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
