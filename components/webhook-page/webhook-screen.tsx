"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { webhookQuery } from "@/components/webhooks/queries";
import { WebhookActions } from "@/components/webhooks/webhook-actions";
import { ApiError } from "@/lib/api-client/api-error";
import { WebhookPage } from "./webhook-page";

/** One webhook: how it does, what it is, and how it is received. */
export function WebhookScreen({ id }: { id: string }) {
  const t = useTranslations("webhookPage");
  const router = useRouter();
  const query = useQuery(webhookQuery(id));
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  // Deleted in another tab: what is still at hand of it no longer holds.
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  if (query.data && !isMissing) {
    return (
      <WebhookActions onDeleted={() => router.push("/settings/webhooks")}>
        <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
        <WebhookPage webhook={query.data} />
      </WebhookActions>
    );
  }
  return (
    <ErrorState
      wholePage
      title={isMissing ? t("gone.title") : t("gone.failed")}
      onRetry={isMissing ? undefined : () => void query.refetch()}
      retrying={query.isFetching}
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">{t("gone.all")}</Link>
        </Button>
      }
    >
      {isMissing ? t("gone.text") : query.error?.message}
    </ErrorState>
  );
}
