"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** Nothing for whoever may not. */
export function CreateWebhookLink() {
  const t = useTranslations("webhooks");
  const may = useMay("webhooks:write");
  if (!may) return null;
  return (
    <Button asChild variant="primary">
      <Link href="/settings/webhooks/new">
        <Plus aria-hidden />
        {t("create")}
      </Link>
    </Button>
  );
}
