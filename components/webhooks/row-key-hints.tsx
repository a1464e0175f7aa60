"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { KeyHints } from "@/components/ui/key-hints";

export function RowKeyHints() {
  const t = useTranslations("webhooks.keys");
  const mayWrite = useMay("webhooks:write");
  return (
    <KeyHints
      hints={[
        { keys: ["j", "k"], label: t("walk") },
        { keys: ["Enter"], label: t("open") },
        ...(mayWrite ? [{ keys: ["x"], label: t("select") }] : []),
      ]}
    />
  );
}
