import { queryOptions } from "@tanstack/react-query";
import { publishingApi } from "@/lib/api-client/publishing";
import { eventSetsApi } from "@/lib/api-client/event-sets";
import { eventTypesApi } from "@/lib/api-client/event-types";

/** Every query about event types begins so: invalidate this after a change. */
export const EVENT_TYPES_KEY = ["event-types"] as const;

/** All event types that the account knows: they change seldom. */
export const eventTypesQuery = () =>
  queryOptions({
    queryKey: [...EVENT_TYPES_KEY, "list"],
    queryFn: async () => (await eventTypesApi.list()).data,
    staleTime: 30_000,
  });

/** Schema, sample and subscribers of one. */
export const eventTypeQuery = (name: string) =>
  queryOptions({
    queryKey: [...EVENT_TYPES_KEY, "one", name],
    queryFn: () => eventTypesApi.get(name),
    staleTime: 10_000,
  });

export const EVENT_SETS_KEY = ["event-sets"] as const;

export const eventSetsQuery = () =>
  queryOptions({
    queryKey: EVENT_SETS_KEY,
    queryFn: async () => (await eventSetsApi.list()).data,
    staleTime: 30_000,
  });

export const publishingQuery = () =>
  queryOptions({ queryKey: ["publishing"], queryFn: () => publishingApi.get(), staleTime: 10_000 });
