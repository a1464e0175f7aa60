import { changeRedelivery } from "@/lib/deliveries/redeliveries";
import { api, json, methods } from "@/lib/http";

const post = api<{ redeliveryId: string }>(async ({ actor, params }) =>
  json(await changeRedelivery(actor, params.redeliveryId, "cancel")),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
