"use client";

import { useLocale, useTranslations } from "use-intl";
import { useMemo } from "react";
import { formatDuration, formatWait } from "./duration";
import { formatClock, formatDate, formatExact, formatMillis, formatMoment, formatRelative, zoneName } from "./instant";
import { formatBytes, formatCompact, formatNumber, formatPercent } from "./number";

/** Numbers, spans and instants as the reader's language writes them; instants in ms, spans in ms. */
export function useFormats() {
  const locale = useLocale();
  const t = useTranslations("ui.time");
  return useMemo(() => {
    const words = {
      now: t("now"),
      ago: (span: string) => t("ago", { span }),
      ahead: (span: string) => t("ahead", { span }),
    };
    return {
      number: (value: number) => formatNumber(value, locale),
      compact: (value: number) => formatCompact(value, locale),
      percent: (ratio: number) => formatPercent(ratio, locale),
      bytes: (count: number) => formatBytes(count, locale),
      duration: (ms: number) => formatDuration(ms, locale),
      wait: formatWait,
      relative: (at: number, now: number, timeZone?: string) => formatRelative(at, now, words, timeZone, locale),
      date: (at: number, timeZone?: string) => formatDate(at, timeZone, locale),
      clock: (at: number, timeZone?: string) => formatClock(at, timeZone, locale),
      exact: (at: number, timeZone?: string) => formatExact(at, timeZone, locale),
      millis: (at: number, timeZone?: string) => formatMillis(at, timeZone, locale),
      moment: (at: number, now: number, timeZone?: string) => formatMoment(at, now, timeZone, locale),
      zone: (at: number) => zoneName(at),
    };
  }, [locale, t]);
}
