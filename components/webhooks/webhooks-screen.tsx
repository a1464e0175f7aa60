"use client";

import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { NoWebhooks } from "./no-webhooks";
import { useWebhooks } from "./use-webhooks";
import { WebhookActions } from "./webhook-actions";
import { WebhooksBody } from "./webhooks-body";

export function WebhooksScreen() {
  const t = useTranslations("webhooks");
  const { query, webhooks, isComplete } = useWebhooks();
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  if (!webhooks) {
    return (
      <ErrorState title={t("notLoaded")} onRetry={() => void query.refetch()} retrying={query.isFetching}>
        {query.error?.message}
      </ErrorState>
    );
  }
  if (webhooks.length === 0) return <NoWebhooks />;
  return (
    <WebhookActions>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <WebhooksBody webhooks={webhooks} isComplete={isComplete} />
    </WebhookActions>
  );
}
