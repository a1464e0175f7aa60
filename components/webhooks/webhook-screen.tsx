"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ApiError } from "@/lib/api-client";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { webhookQuery } from "./queries";
import { WebhookActions } from "./webhook-actions";
import { WebhookDetails } from "./webhook-details";

export function WebhookScreen({ id }: { id: string }) {
  const router = useRouter();
  const query = useQuery(webhookQuery(id));
  if (query.isPending) return <SkeletonRows label="Loading the webhook" />;
  if (query.data) {
    return (
      <WebhookActions onDeleted={() => router.push("/settings/webhooks")}>
        <WebhookDetails webhook={query.data} />
      </WebhookActions>
    );
  }
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <ErrorState
      title={isMissing ? "This webhook doesn't exist any more" : "The webhook could not be loaded"}
      onRetry={isMissing ? undefined : () => void query.refetch()}
      retrying={query.isFetching}
    >
      {isMissing ? "It was deleted. Its deliveries are still in the log." : query.error.message}
    </ErrorState>
  );
}
