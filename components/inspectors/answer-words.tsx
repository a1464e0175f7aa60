"use client";

import { useTranslations } from "use-intl";
import { Pill } from "@/components/ui/pill";
import { useFormats } from "@/components/ui/use-formats";
import type { InspectorAnswer } from "@/lib/core/inspector";
import { toneOf } from "./answer-tone";

/** What it answers now, in a few words. */
export function AnswerWords({ answer }: { answer: InspectorAnswer }) {
  const t = useTranslations("inspectors.answer");
  const { duration } = useFormats();
  const { status, delayMs, failNext, failStatus } = answer;
  return (
    <Pill tone={toneOf(failNext > 0 ? failStatus : status)}>
      {failNext > 0
        ? t("failing", { failStatus: String(failStatus), count: failNext, status: String(status) })
        : t("now", { status: String(status), delay: delayMs === 0 ? "none" : duration(delayMs) })}
    </Pill>
  );
}
