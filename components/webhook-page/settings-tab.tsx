"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { editHref } from "@/components/webhooks/paths";
import type { Webhook } from "@/lib/core/webhook";
import { useFacts } from "./use-facts";

export function SettingsTab({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhookPage.facts");
  const mayWrite = useMay("webhooks:write");
  return (
    <Panel
      title={t("title")}
      aside={
        mayWrite && (
          <Button asChild size="sm">
            <Link href={editHref(webhook.id)}>{t("edit")}</Link>
          </Button>
        )
      }
    >
      <KeyValues items={useFacts(webhook)} />
    </Panel>
  );
}
