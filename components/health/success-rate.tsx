"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Health } from "@/lib/core/health-schema";

/** Of the last 24 h: "96.4 %", or a dash where nothing was sent. */
export function SuccessRate({ health }: { health: Pick<Health, "successRate"> }) {
  const t = useTranslations("health.numbers");
  const { percent } = useFormats();
  const { successRate } = health;
  if (successRate === null) {
    return (
      <>
        <span aria-hidden title={t("nothingSent")} className="text-ink-3">
          —
        </span>
        <span className="sr-only">{t("nothingSent")}</span>
      </>
    );
  }
  return (
    <>
      <span className="sr-only">{t("ofLastDay")} </span>
      {percent(successRate)}
    </>
  );
}
