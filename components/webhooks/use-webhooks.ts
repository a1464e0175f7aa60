"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { webhooksQuery } from "./queries";

/** All webhooks, newest first: the first page at once, the others in the background. */
export function useWebhooks() {
  const query = useInfiniteQuery(webhooksQuery());
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const webhooks = useMemo(() => data?.pages.flatMap((page) => page.data), [data]);
  return { query, webhooks, isComplete: data !== undefined && !hasNextPage };
}
