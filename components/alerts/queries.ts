import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { alertSettingsApi } from "@/lib/api-client/alert-settings";
import { noticesApi } from "@/lib/api-client/notices";
import { alertRulesApi } from "@/lib/api-client/alert-rules";

const REFRESH_MS = 10_000;
const NOTICES_PAGE = 20;

export const ALERT_RULES_KEY = ["alert-rules"] as const;

export const alertRulesQuery = () =>
  queryOptions({
    queryKey: ALERT_RULES_KEY,
    queryFn: async () => (await alertRulesApi.list()).data,
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });

/** Every query about notices begins so. */
export const NOTICES_KEY = ["notices"] as const;

export const noticesQuery = () =>
  infiniteQueryOptions({
    queryKey: [...NOTICES_KEY, "list"],
    queryFn: ({ pageParam, signal }) => noticesApi.list({ limit: NOTICES_PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });

/** For the count beside the tab and in the sidebar. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: [...NOTICES_KEY, "unread"],
    queryFn: async ({ signal }) => (await noticesApi.list({ limit: 1 }, signal)).unreadCount ?? 0,
    refetchInterval: 2 * REFRESH_MS,
  });

export const alertSettingsQuery = () =>
  queryOptions({ queryKey: ["alert-settings"], queryFn: () => alertSettingsApi.get(), staleTime: REFRESH_MS });
