import { deliveriesQuerySchema } from "@/lib/core/delivery";
import { listDeliveries } from "@/lib/deliveries/deliveries";
import { api, json } from "@/lib/http";

export const GET = api(async ({ actor, query }) =>
  json(await listDeliveries(actor, deliveriesQuerySchema.parse(query()))),
);
