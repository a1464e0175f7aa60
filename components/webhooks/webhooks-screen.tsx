"use client";

import { useTranslations } from "use-intl";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { QueryError } from "@/components/ui/query-error";
import { NoWebhooks } from "./no-webhooks";
import { useWebhooks } from "./use-webhooks";
import { WebhookActions } from "./webhook-actions";
import { WebhooksBody } from "./webhooks-body";

export function WebhooksScreen() {
  const t = useTranslations("webhooks");
  const { query, webhooks, isComplete } = useWebhooks();
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  if (!webhooks) {
    return <QueryError query={query} title={t("notLoaded")} />;
  }
  if (webhooks.length === 0) return <NoWebhooks />;
  return (
    <WebhookActions>
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      <WebhooksBody webhooks={webhooks} isComplete={isComplete} />
    </WebhookActions>
  );
}
