import { queryOptions } from "@tanstack/react-query";
import { eventTypesApi } from "@/lib/api-client";

/** Every query about event types begins so: invalidate this after a change. */
export const EVENT_TYPES_KEY = ["event-types"] as const;

/** All event types that the account knows: they change seldom. */
export const eventTypesQuery = () =>
  queryOptions({
    queryKey: [...EVENT_TYPES_KEY, "list"],
    queryFn: async () => (await eventTypesApi.list()).data,
    staleTime: 30_000,
  });
