"use client";

import { ErrorState, type ErrorStateProps } from "./error-state";

interface Props extends Pick<ErrorStateProps, "title" | "bare"> {
  query: { error: Error | null; isFetching: boolean; refetch: () => unknown };
}

/** In place of what could not be loaded: why, and a way to try again. */
export function QueryError({ query, title, bare }: Props) {
  return (
    <ErrorState title={title} bare={bare} onRetry={() => void query.refetch()} retrying={query.isFetching}>
      {query.error?.message}
    </ErrorState>
  );
}
