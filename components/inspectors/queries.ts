import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { inspectorsApi } from "@/lib/api-client/inspectors";
import { ApiError } from "@/lib/api-client/api-error";
import type { InspectedRequestSummary } from "@/lib/core/inspector";
import { newestOf } from "@/lib/core/newest-request";
import type { Page } from "@/lib/core/page";

export const INSPECTORS_KEY = ["inspectors"] as const;

/** A list shows when something last arrived; the screen of one hears of it at once. */
const REFRESH_MS = 10_000;
/** Between one answer and the next question: many that arrive at once come together. */
const PAUSE_MS = 250;
const AFTER_FAILURE_MS = 3_000;
const WAIT_SECONDS = 20;

export const inspectorsQuery = () =>
  queryOptions({
    queryKey: [...INSPECTORS_KEY, "list"],
    queryFn: async () => (await inspectorsApi.list()).data,
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });

export const inspectorQuery = (id: string) =>
  queryOptions({
    queryKey: [...INSPECTORS_KEY, id],
    queryFn: () => inspectorsApi.get(id),
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });

type Arrived = Page<InspectedRequestSummary>;

const arrivedKey = (id: string) => [...INSPECTORS_KEY, id, "requests"] as const;

/**
 * What has arrived, newest first. Once loaded it is asked for again and again, and each answer waits until something has
 * changed: what arrives is on screen a moment later.
 */
export const arrivedQuery = (id: string) =>
  queryOptions({
    queryKey: arrivedKey(id),
    queryFn: ({ client, signal }): Promise<Arrived> => {
      const known = client.getQueryData<Arrived>(arrivedKey(id));
      const wait = known ? { unless: newestOf(known.data), waitSeconds: WAIT_SECONDS } : {};
      return inspectorsApi.requests(id, wait, signal);
    },
    refetchInterval: ({ state }) => {
      if (!state.data || (state.error instanceof ApiError && state.error.status === 404)) return false;
      return state.error ? AFTER_FAILURE_MS : PAUSE_MS;
    },
    retry: false,
  });

/** So that nobody sees what is no longer kept. */
export async function forgetArrived(client: QueryClient, id: string): Promise<void> {
  await client.cancelQueries({ queryKey: arrivedKey(id) });
  client.setQueryData<Arrived>(arrivedKey(id), { data: [], nextCursor: null });
}

/** A request never changes; what is said of its signature does with the secret. */
export const inspectedRequestQuery = (id: string, requestId: string) =>
  queryOptions({
    queryKey: [...INSPECTORS_KEY, id, "request", requestId],
    queryFn: () => inspectorsApi.request(id, requestId),
  });
