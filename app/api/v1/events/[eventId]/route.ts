import { api, json, methods } from "@/lib/http";
import { getEvent } from "@/lib/webhooks/events";

const get = api<{ eventId: string }>(async ({ actor, params }) => json(await getEvent(actor, params.eventId)));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
