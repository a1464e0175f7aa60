import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { WEBHOOKS_KEY } from "@/components/webhooks/queries";
import { webhooksApi } from "@/lib/api-client/webhooks";
import { queryOf, type Span } from "./span";

const HOUR_MS = 3_600_000;

/** The longer what one looks at, the less a moment changes of it. */
function refreshMs({ from, to }: Span): number {
  if (to - from <= 6 * HOUR_MS) return 5_000;
  return to - from <= 48 * HOUR_MS ? 15_000 : 60_000;
}

const common = (span: Span) => ({
  placeholderData: keepPreviousData,
  refetchInterval: ({ state }: { state: { data: unknown } }) => (state.data ? refreshMs(span) : (false as const)),
});

export const statsQuery = (id: string, span: Span) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "stats", queryOf(span)],
    queryFn: ({ signal }) => webhooksApi.stats(id, queryOf(span), signal),
    ...common(span),
  });

export const outcomesQuery = (id: string, span: Span) =>
  queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "outcomes", queryOf(span)],
    queryFn: ({ signal }) => webhooksApi.outcomes(id, queryOf(span), signal),
    ...common(span),
  });

export const failuresQuery = (id: string, span: Span) => {
  const { from, to } = queryOf(span);
  return queryOptions({
    queryKey: [...WEBHOOKS_KEY, id, "failures", { from, to }],
    queryFn: ({ signal }) => webhooksApi.failures(id, { from, to }, signal),
    ...common(span),
  });
};
