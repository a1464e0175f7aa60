import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { deliveriesApi, egressIpsApi, redeliveriesApi, type DeliveryFilters } from "@/lib/api-client";
import type { DeliveryDetail } from "@/lib/core/delivery";
import type { RetryManyInput } from "@/lib/core/redelivery";

const PAGE = 50;
/** Only what was loaded once: an error stands still until somebody tries again. */
const REFRESH_MS = 3_000;
/** While an attempt is awaited: somebody is watching. */
const WATCH_MS = 300;
const WATCH_AHEAD_MS = 2_000;

/** Every query about deliveries begins so: invalidate this after a change. */
export const DELIVERIES_KEY = ["deliveries"] as const;

export const deliveriesQuery = (filters: DeliveryFilters) =>
  infiniteQueryOptions({
    queryKey: [...DELIVERIES_KEY, "list", filters],
    queryFn: async ({ pageParam, signal }) => {
      let page = await deliveriesApi.list({ limit: PAGE, cursor: pageParam, ...filters }, signal);
      // Where what is filtered for is rare, pages may be empty and lead on.
      while (page.data.length === 0 && page.nextCursor !== null) {
        page = await deliveriesApi.list({ limit: PAGE, cursor: page.nextCursor, ...filters }, signal);
      }
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Further pages are history: who reads there isn't disturbed.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? REFRESH_MS : false),
  });

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...DELIVERIES_KEY, id],
    queryFn: () => deliveriesApi.get(id),
    refetchInterval: ({ state }) => (state.data ? pauseFor(state.data) : false),
  });

/** A setting of the server: it doesn't change while one looks. */
export const egressIpsQuery = () =>
  queryOptions({
    queryKey: ["egress-ips"],
    queryFn: async () => (await egressIpsApi.list()).data,
    staleTime: Number.POSITIVE_INFINITY,
  });

function pauseFor({ status, nextAttemptAt }: DeliveryDetail): number {
  const isAboutToChange =
    status === "pending" && nextAttemptAt !== null && Date.parse(nextAttemptAt) - Date.now() < WATCH_AHEAD_MS;
  return isAboutToChange ? WATCH_MS : REFRESH_MS;
}

/** Every query about bulk retries and replays begins so. */
export const REDELIVERIES_KEY = ["redeliveries"] as const;

const REDELIVERIES_SHOWN = 5;
const PROGRESS_MS = 500;
const QUIET_MS = 10_000;

/** The newest ones: those under way, and what became of those before. */
export const redeliveriesQuery = () =>
  queryOptions({
    queryKey: REDELIVERIES_KEY,
    queryFn: () => redeliveriesApi.latest(REDELIVERIES_SHOWN),
    refetchInterval: ({ state }) => {
      if (!state.data) return false;
      return state.data.data.some(({ status }) => status === "running") ? PROGRESS_MS : QUIET_MS;
    },
  });

/** Counted once, when asked: a preview that changes under one's eyes is none. */
export const retryPreviewQuery = (request: RetryManyInput) =>
  queryOptions({
    queryKey: [...REDELIVERIES_KEY, "preview", request],
    queryFn: () => deliveriesApi.previewRetry(request),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
