import { deliveriesQuerySchema } from "@/lib/core/delivery";
import { streamDeliveries } from "@/lib/deliveries/stream";
import { api, methods } from "@/lib/http";
import { stopping } from "@/lib/stopping";

const get = api(async ({ actor, again, query, request }) => {
  const stream = await streamDeliveries(actor, deliveriesQuerySchema.parse(query()), {
    lastEventId: request.headers.get("last-event-id"),
    askAgain: again,
    until: AbortSignal.any([request.signal, stopping()]),
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream",
      // Neither compressed nor held back on its way.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
