import { eventSetsQuery, eventTypesQuery } from "@/components/events/queries";
import { disablingQuery } from "@/components/webhooks/queries";
import { prefetch } from "@/lib/prefetch";
import { getDisabling } from "@/lib/webhooks/disabling";
import { listEventSets } from "@/lib/webhooks/event-sets";
import { listEventTypes } from "@/lib/webhooks/event-types";

/** What the form of a webhook shows of its account: nothing in it moves once somebody has begun to type. */
export const prefetchForm = () =>
  prefetch((queryClient, viewer) =>
    Promise.all([
      queryClient.prefetchQuery({ ...disablingQuery(), queryFn: () => getDisabling(viewer) }),
      queryClient.prefetchQuery({ ...eventTypesQuery(), queryFn: () => listEventTypes(viewer) }),
      queryClient.prefetchQuery({ ...eventSetsQuery(), queryFn: () => listEventSets(viewer) }),
    ]),
  );
