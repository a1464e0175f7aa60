import { countHeld } from "@/lib/deliveries/held";
import { api, json, methods } from "@/lib/http";

const get = api<{ webhookId: string }>(async ({ actor, params }) => json(await countHeld(actor, params.webhookId)));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
