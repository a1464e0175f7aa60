import { queryOptions } from "@tanstack/react-query";
import { egressIpsApi } from "@/lib/api-client/egress-ips";
import { redeliveriesApi } from "@/lib/api-client/redeliveries";
import { savedViewsApi } from "@/lib/api-client/saved-views";
import { deliveriesApi, type DeliveryFilters } from "@/lib/api-client/deliveries";
import type { DeliveriesPage, Delivery, DeliveryDetail } from "@/lib/core/delivery";
import type { RetryManyInput } from "@/lib/core/redelivery";

export const PAGE = 50;
/** Only what was loaded once: an error stands still until somebody tries again. */
const REFRESH_MS = 3_000;
/** While an attempt is awaited: somebody is watching. */
const WATCH_MS = 300;
const WATCH_AHEAD_MS = 2_000;
/** Where what is filtered for is rare, so many stretches are looked through before it is asked whether to go on. */
const STRETCHES = 4;
/** Not all that comes in while nobody looks is kept. */
const KEPT_MAX = 250;

/** Every query about deliveries begins so: invalidate this after a change. */
export const DELIVERIES_KEY = ["deliveries"] as const;

/** @param cursor null for the first page. @param isPolled where nothing tells of what is new */
export const deliveriesPageQuery = (filters: DeliveryFilters, cursor: string | null, isPolled: boolean) =>
  queryOptions({
    queryKey: [...DELIVERIES_KEY, "page", filters, cursor],
    queryFn: async ({ signal }) => {
      const query = { limit: PAGE, ...filters };
      let page = await deliveriesApi.list({ ...query, cursor: cursor ?? undefined }, signal);
      for (let i = 1; i < STRETCHES && page.data.length === 0 && page.nextCursor !== null; i++) {
        const { prevCursor } = page;
        page = { ...(await deliveriesApi.list({ ...query, cursor: page.nextCursor }, signal)), prevCursor };
      }
      return page;
    },
    refetchInterval: ({ state }) => (isPolled && state.data ? REFRESH_MS : false),
  });

/**
 * A page with what a stream has told: rows that stand there are as told, and new ones come on top of the first page.
 * @param isFirst whether newer ones belong on it
 */
export function merged(page: DeliveriesPage, told: readonly Delivery[], isFirst: boolean): DeliveriesPage {
  const byId = new Map(page.data.map((delivery) => [delivery.id, delivery]));
  const oldest = page.data.at(-1)?.id ?? "";
  for (const delivery of told) {
    const isOnPage = byId.has(delivery.id) || (isFirst && (delivery.id > oldest || page.nextCursor === null));
    if (isOnPage) byId.set(delivery.id, delivery);
  }
  const data = [...byId.values()].toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, KEPT_MAX);
  return { ...page, data };
}

/** A number costs more to count than a page to read: it is asked for again now and then. */
const COUNT_EVERY_MS = 10_000;
const MANY = 20_000;

export const deliveryCountQuery = (filters: DeliveryFilters) =>
  queryOptions({
    queryKey: [...DELIVERIES_KEY, "count", filters],
    queryFn: ({ signal }) => deliveriesApi.count(filters, signal),
    refetchInterval: ({ state }) => (state.data && state.data.count < MANY ? COUNT_EVERY_MS : false),
  });

/** The webhook's newest success with the same event type before a delivery, in full; null where there is none. */
export const lastSuccessQuery = ({ id, webhookId, eventType }: Delivery) =>
  queryOptions({
    queryKey: [...DELIVERIES_KEY, "last-success", id],
    queryFn: async ({ signal }) => {
      const query = { webhookId, type: eventType, status: "succeeded", cursor: id, limit: 1 };
      const [found] = (await deliveriesApi.list(query, signal)).data;
      return found ? deliveriesApi.get(found.id) : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const SAVED_VIEWS_KEY = ["saved-views"] as const;

export const savedViewsQuery = () =>
  queryOptions({ queryKey: SAVED_VIEWS_KEY, queryFn: async () => (await savedViewsApi.list()).data });

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
