import { api, methods, noContent } from "@/lib/http";
import { deleteEventSet } from "@/lib/webhooks/event-sets";

const remove = api<{ eventSetId: string }>(async ({ actor, params }) => {
  await deleteEventSet(actor, params.eventSetId);
  return noContent();
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ DELETE: remove });
