import { api, json } from "@/lib/http";
import { getEvent } from "@/lib/webhooks/events";

export const GET = api<{ eventId: string }>(async ({ actor, params }) => json(await getEvent(actor, params.eventId)));
