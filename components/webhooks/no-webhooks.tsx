"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { EmptyState } from "@/components/ui/empty-state";
import { CreateWebhookLink } from "./create-webhook-link";
import { EventPicture } from "./event-picture";
import { TryInspector } from "./try-inspector";

/** What webhooks are, and the two ways to a first one. */
export function NoWebhooks() {
  const t = useTranslations("webhooks.empty");
  const may = useMay("webhooks:write");
  return (
    <EmptyState
      picture={<EventPicture />}
      title={t("title")}
      actions={
        may && (
          <>
            <CreateWebhookLink />
            <TryInspector />
          </>
        )
      }
    >
      {t("sentence")} {!may && t("askAdmin")}
    </EmptyState>
  );
}
