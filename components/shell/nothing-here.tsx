"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export function NothingHere() {
  const t = useTranslations("shell");
  return (
    <EmptyState
      wholePage
      picture={<SearchX aria-hidden />}
      title={t("nothing.title")}
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">{t("product")}</Link>
        </Button>
      }
    >
      {t("nothing.text")}
    </EmptyState>
  );
}
