"use client";

import type { ReactNode } from "react";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";

interface Props<Data> {
  query: {
    data: Data | undefined;
    error: Error | null;
    isFetching: boolean;
    refetch: () => unknown;
  };
  /** What is said while it loads, and where it can't be loaded. */
  words: { loading: string; failed: string };
  rows?: number | undefined;
  children: (data: Data) => ReactNode;
}

/** What a panel shows of a query: that it loads, that it failed and can be tried again, or the data. */
export function Loaded<Data>({ query, words, rows = 2, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <SkeletonRows label={words.loading} rows={rows} />;
  return <QueryError bare query={query} title={words.failed} />;
}
