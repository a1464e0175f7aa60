"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/components/ui/number";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { NoWebhooks } from "./no-webhooks";
import { webhooksQuery } from "./queries";
import { WebhookActions } from "./webhook-actions";
import { WebhooksTable } from "./webhooks-table";

export function WebhooksScreen() {
  const query = useInfiniteQuery(webhooksQuery());
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  if (query.isPending) return <SkeletonRows label="Loading webhooks" />;
  if (!query.data) {
    return (
      <ErrorState
        title="The webhooks could not be loaded"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      >
        {query.error.message}
      </ErrorState>
    );
  }
  const webhooks = query.data.pages.flatMap((page) => page.data);
  if (webhooks.length === 0) return <NoWebhooks />;
  const found = webhooks.filter(({ title, url }) => `${title}\n${url}`.toLowerCase().includes(search.toLowerCase()));
  return (
    <WebhookActions>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <SearchInput
          label="Search title or URL"
          value={search}
          onValueChange={(text) => void setSearch(text || null)}
          className="w-full sm:w-72"
        />
        <p className="text-ink-3" role="status">
          {countOf(found.length, query.hasNextPage)}
        </p>
      </div>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      {found.length > 0 ? (
        <WebhooksTable webhooks={found} />
      ) : (
        <EmptyState
          picture={<SearchX aria-hidden />}
          title="No webhook matches"
          actions={<Button onClick={() => void setSearch(null)}>Clear search</Button>}
        >
          {query.hasNextPage ? "It may be among those that are not loaded yet." : "Its title and URL are searched."}
        </EmptyState>
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Load more
          </Button>
        </div>
      )}
    </WebhookActions>
  );
}

function countOf(count: number, hasMore: boolean): string {
  return `${formatNumber(count)}${hasMore ? " or more" : ""} ${count === 1 && !hasMore ? "webhook" : "webhooks"}`;
}
