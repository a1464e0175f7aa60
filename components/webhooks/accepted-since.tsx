"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import type { WebhookWithSecret } from "@/lib/core/webhook";
import { OldSecretEnds } from "./old-secret-ends";
import { sinceQuery } from "./queries";

interface Props {
  webhook: Pick<WebhookWithSecret, "id" | "title" | "secretRotatedAt" | "previousSecretUntil">;
  onClose: () => void;
  onTest: () => void;
}

/** How the receiver takes the new secret: counted live, of the deliveries made since. */
export function AcceptedSince({ webhook, onClose, onTest }: Props) {
  const t = useTranslations("webhooks.rotated");
  const { data, error } = useQuery(sinceQuery(webhook.id, webhook.secretRotatedAt ?? ""));
  const deliveries = data?.data ?? [];
  const accepted = deliveries.filter(({ status }) => status === "succeeded").length;
  const refused = deliveries.filter(
    ({ status, responseCode }) => status !== "succeeded" && responseCode !== null,
  ).length;
  // There may be more than one page; then it is of the latest.
  const isAll = data?.nextCursor === null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { title: webhook.title })}
      description={t("description")}
      footer={
        <>
          <Button onClick={onTest}>{t("test")}</Button>
          <Button variant="primary" onClick={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <OldSecretEnds webhook={webhook} />
        {error && <Banner tone="bad" title={error.message} live />}
        {data && (
          <div>
            <p role="status" className="mb-2 font-medium">
              {t(isAll ? "accepted" : "acceptedOfLatest", { accepted, count: deliveries.length })}
            </p>
            <Progress label={t("progress")} value={accepted} max={deliveries.length} />
            <p className="mt-2 text-sm text-ink-2">
              {deliveries.length === 0 ? t("none") : refused > 0 ? t("refused", { refused }) : t("live")}
            </p>
          </div>
        )}
      </div>
    </Dialog>
  );
}
