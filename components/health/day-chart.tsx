"use client";

import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Health } from "@/lib/core/health-schema";
import { HourBars } from "./hour-bars";
import { hoursWords } from "./hours";
import { useMoment } from "./use-moment";

/** Hour by hour, with the numbers of whichever is pointed at or reached by the arrow keys. */
export function DayChart({ hourly }: Pick<Health, "hourly">) {
  const t = useTranslations("health");
  const { compact, percent } = useFormats();
  const moment = useMoment();
  const [chosen, setChosen] = useState<number>();
  const last = hourly.length - 1;
  const index = Math.min(chosen ?? last, last);
  const hour = hourly[index];
  const most = Math.max(...hourly.map(({ attempts }) => attempts));
  if (!hour) return null;
  const hourWords =
    hour.attempts === 0
      ? t("day.nothing")
      : `${t("day.ofAttempts", { attempts: hour.attempts, succeeded: hour.succeeded })} (${percent(hour.succeeded / hour.attempts)})`;
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-3">
        <span className="sr-only">{t("day.summary", { words: hoursWords(t, hourly, moment) })}.</span>
        <span aria-hidden>{t("day.most", { count: compact(most) })}</span>
        <Legend />
      </figcaption>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("day.hour")}
        aria-readonly
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={t("day.fromWith", { at: moment(hour.at), words: hourWords })}
        onPointerMove={(event) => setChosen(indexAt(event, hourly.length))}
        onPointerDown={(event) => setChosen(indexAt(event, hourly.length))}
        onPointerLeave={() => setChosen(undefined)}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && setChosen(last)}
        onBlur={() => setChosen(undefined)}
        onKeyDown={(event) => {
          const next = nextIndex(event, index, last);
          if (next === null) return;
          event.preventDefault();
          setChosen(next);
        }}
        className="relative mt-2 rounded-sm border-b border-line-strong"
      >
        <HourBars hourly={hourly} chosen={chosen} className="h-24 w-full" />
        {chosen !== undefined && (
          <p
            aria-hidden
            style={{ left: `${((index + 0.5) / hourly.length) * 100}%`, translate: `-${(index / last) * 100}% 0` }}
            className="pointer-events-none absolute bottom-full z-10 mb-1 rounded-md bg-ink px-2 py-1 text-xs whitespace-nowrap text-bg shadow-float"
          >
            <span className="block">{t("day.from", { at: moment(hour.at) })}</span>
            <span className="block">{hourWords}</span>
          </p>
        )}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-xs text-ink-3">
        <span>{hourly[0] && moment(hourly[0].at)}</span>
        <span>{t("day.now")}</span>
      </div>
    </figure>
  );
}

function Legend() {
  const t = useTranslations("health.day");
  return (
    <span aria-hidden className="flex gap-3">
      <span className="flex items-center gap-1">
        <span className="size-2 rounded-xs bg-ok/50" />
        {t("succeeded")}
      </span>
      <span className="flex items-center gap-1">
        <span className="size-2 rounded-xs bg-bad" />
        {t("failed")}
      </span>
    </span>
  );
}

function indexAt({ clientX, currentTarget }: PointerEvent<HTMLElement>, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(Math.max(Math.floor(((clientX - left) / width) * count), 0), count - 1);
}

/** @returns undefined to show none any more, null where the key means nothing here */
function nextIndex({ key }: KeyboardEvent, index: number, last: number): number | undefined | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(index - 1, 0);
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(index + 1, last);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return undefined;
    default:
      return null;
  }
}
