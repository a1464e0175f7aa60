"use client";

import { useTranslations } from "use-intl";
import type { Health } from "@/lib/core/health-schema";
import { HourBars } from "./hour-bars";
import { hoursWords } from "./hours";
import { SuccessRate } from "./success-rate";
import { useMoment } from "./use-moment";

/** The last 24 hours in a row of the table: how much arrived, and when it didn't. */
export function HealthCell({ health }: { health: Health }) {
  const t = useTranslations("health");
  const moment = useMoment();
  return (
    <>
      <span className="block">
        <SuccessRate health={health} />
      </span>
      {health.lastDay.attempts > 0 && (
        <span
          role="img"
          aria-label={t("day.summary", { words: hoursWords(t, health.hourly, moment) })}
          className="block w-24"
        >
          <HourBars hourly={health.hourly} className="h-4 w-24 border-b border-line" />
        </span>
      )}
    </>
  );
}
