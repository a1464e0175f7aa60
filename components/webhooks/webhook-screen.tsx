"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ApiError } from "@/lib/api-client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { webhookQuery } from "./queries";
import { WebhookActions } from "./webhook-actions";
import { WebhookDetails } from "./webhook-details";

export function WebhookScreen({ id }: { id: string }) {
  const router = useRouter();
  const query = useQuery(webhookQuery(id));
  if (query.isPending) return <SkeletonRows label="Loading the webhook" />;
  // Deleted in another tab: what is still at hand of it no longer holds.
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  if (query.data && !isMissing) {
    return (
      <WebhookActions onDeleted={() => router.push("/settings/webhooks")}>
        <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
        <WebhookDetails webhook={query.data} />
      </WebhookActions>
    );
  }
  return (
    <ErrorState
      wholePage
      title={isMissing ? "This webhook doesn't exist any more" : "The webhook could not be loaded"}
      onRetry={isMissing ? undefined : () => void query.refetch()}
      retrying={query.isFetching}
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">All webhooks</Link>
        </Button>
      }
    >
      {isMissing ? "It was deleted. Its deliveries are still in the log." : query.error?.message}
    </ErrorState>
  );
}
