"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { webhooksQuery } from "@/components/webhooks/queries";

/** All of them, page after page: one that isn't loaded can't be found. */
export function useAllWebhooks() {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(webhooksQuery());
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  return {
    webhooks: data?.pages.flatMap((page) => page.data) ?? [],
    isPending: !error && (data === undefined || hasNextPage),
    error,
  };
}
