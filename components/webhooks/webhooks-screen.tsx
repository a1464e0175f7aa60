"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { NoWebhooks } from "./no-webhooks";
import { webhooksQuery } from "./queries";
import { WebhookActions } from "./webhook-actions";
import { WebhooksTable } from "./webhooks-table";

export function WebhooksScreen() {
  const query = useInfiniteQuery(webhooksQuery());
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
  return (
    <WebhookActions>
      <WebhooksTable webhooks={webhooks} />
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
