import { infiniteQueryOptions } from "@tanstack/react-query";
import { auditApi, type AuditFilters } from "@/lib/api-client/audit";

export const AUDIT_PAGE = 50;
const REFRESH_MS = 10_000;

export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ["audit-log", filters],
    queryFn: ({ pageParam, signal }) => auditApi.list({ limit: AUDIT_PAGE, cursor: pageParam, ...filters }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Further pages are history: who reads there isn't disturbed.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? REFRESH_MS : false),
  });
