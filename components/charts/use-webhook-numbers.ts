"use client";

import { useQuery } from "@tanstack/react-query";
import type { ChartQuery } from "./chart-panel";
import { outcomesQuery, statsQuery } from "./queries";
import { previousOf, type Span } from "./span";

/** A span's numbers, and those of as long a time just before; the latter may be missing. */
export function useWebhookNumbers(id: string, span: Span) {
  const before = previousOf(span);
  const outcomes = useQuery(outcomesQuery(id, span));
  const stats = useQuery(statsQuery(id, span));
  const outcomesBefore = ownData(useQuery(outcomesQuery(id, before)));
  const statsBefore = ownData(useQuery(statsQuery(id, before)));
  return {
    outcomes: { data: outcomes.data, before: outcomesBefore, query: stateOf(outcomes) },
    stats: { data: stats.data, before: statsBefore, query: stateOf(stats) },
  };
}
export type WebhookNumbers = ReturnType<typeof useWebhookNumbers>;

const stateOf = (query: Omit<ChartQuery, "hasData"> & { data: unknown }): ChartQuery => ({
  isPending: query.isPending,
  isFetching: query.isFetching,
  error: query.error,
  hasData: query.data !== undefined,
  refetch: query.refetch,
});

/** Not that of another span. */
const ownData = <Data>({ data, isPlaceholderData }: { data: Data; isPlaceholderData: boolean }) =>
  isPlaceholderData ? undefined : data;
