"use client";

import { useLocale } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import { bucketMs, type Span } from "./span";

const DAY_MS = 86_400_000;
const REGIONS: Partial<Record<string, string>> = { en: "en-GB" };

/** How instants are written beneath a chart, and in full where one points at it; in the reader's zone. */
export function useAxis(span: Span) {
  const locale = useLocale();
  const { moment } = useFormats();
  const length = span.to - span.from;
  const options: Intl.DateTimeFormatOptions =
    length <= 1.5 * DAY_MS
      ? { hour: "2-digit", minute: "2-digit" }
      : length <= 8 * DAY_MS
        ? { weekday: "short", hour: "2-digit", minute: "2-digit" }
        : { day: "numeric", month: "short" };
  const format = new Intl.DateTimeFormat(REGIONS[locale] ?? locale, options);
  return {
    tick: (at: number) => format.format(at),
    /** "Tue 14:00 – 14:15" */
    bucket: (at: number) => {
      const end = at + bucketMs(span);
      const clock = new Intl.DateTimeFormat(REGIONS[locale] ?? locale, { hour: "2-digit", minute: "2-digit" });
      const last = bucketMs(span) >= DAY_MS / 2 ? moment(end, span.to) : clock.format(end);
      return `${moment(at, span.to)} – ${last}`;
    },
    moment: (at: number) => moment(at, span.to),
  };
}
