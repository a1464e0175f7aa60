import { redeliveriesQuerySchema } from "@/lib/core/redelivery";
import { listRedeliveries } from "@/lib/deliveries/redeliveries";
import { api, json, methods } from "@/lib/http";

const get = api(async ({ actor, query }) =>
  json(await listRedeliveries(actor, redeliveriesQuerySchema.parse(query()))),
);

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
