"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

/** For viewers, who get here by a link only. */
export function MayNotChange() {
  const t = useTranslations("form.page");
  return (
    <EmptyState
      picture={<Lock aria-hidden />}
      title={t("mayNot")}
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">{t("allWebhooks")}</Link>
        </Button>
      }
    >
      {t("mayNotMore")}
    </EmptyState>
  );
}
