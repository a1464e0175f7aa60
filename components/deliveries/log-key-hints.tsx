"use client";

import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { KeyHints } from "@/components/ui/key-hints";

export function LogKeyHints() {
  const t = useTranslations("logs.keys");
  const mayWrite = useMay("webhooks:write");
  return (
    <KeyHints
      hints={[
        { keys: ["j", "k"], label: t("walk") },
        { keys: ["Enter"], label: t("open") },
        ...(mayWrite ? [{ keys: ["r"], label: t("retry") }] : []),
      ]}
    />
  );
}
