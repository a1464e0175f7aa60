import { deliveriesQuerySchema } from "@/lib/core/delivery";
import { listDeliveries } from "@/lib/deliveries/deliveries";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor, query }) => json(await listDeliveries(actor, deliveriesQuerySchema.parse(query()))));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
