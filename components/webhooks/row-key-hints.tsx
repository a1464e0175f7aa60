"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Kbd } from "@/components/ui/kbd";

export function RowKeyHints() {
  const t = useTranslations("webhooks.keys");
  const may = useMay("webhooks:write");
  return (
    <p className="mt-3 flex items-center gap-1 text-xs text-ink-3 max-md:hidden pointer-coarse:hidden">
      <Kbd>j</Kbd>
      <Kbd>k</Kbd>
      <span className="mr-3">{t("walk")}</span>
      <Kbd>Enter</Kbd>
      <span className="mr-3">{t("open")}</span>
      {may && (
        <>
          <Kbd>x</Kbd>
          <span>{t("select")}</span>
        </>
      )}
    </p>
  );
}
