import { deliveryFiltersSchema } from "@/lib/core/delivery";
import { countDeliveries } from "@/lib/deliveries/count";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor, query }) => json(await countDeliveries(actor, deliveryFiltersSchema.parse(query()))));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
