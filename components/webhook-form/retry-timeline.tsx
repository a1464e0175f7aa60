"use client";

import { useTranslations } from "use-intl";
import { formatSeconds } from "@/lib/core/schedule";
import { timelineOf, type Timeline } from "@/lib/core/timeline";

/** When an event is tried, as a picture on an axis where each step is a multiple; and in words. */
export function RetryTimeline({ delaysSeconds }: { delaysSeconds: readonly number[] }) {
  const t = useTranslations("form.timeline");
  const timeline = timelineOf(delaysSeconds);
  if (delaysSeconds.length === 0) return <p className="text-sm text-ink-2">{t("once")}</p>;
  if (!timeline) return null;
  const { attempts, totalSeconds } = timeline;
  return (
    <figure aria-label={t("label")} className="rounded-lg border bg-panel px-4 pt-3 pb-2">
      <figcaption className="text-sm font-medium">
        {t("givesUp", { span: formatSeconds(totalSeconds), attempts: attempts.length })}
      </figcaption>
      <Picture timeline={timeline} />
      <ol className="sr-only">
        {attempts.map(({ atSeconds }, index) => (
          <li key={index}>
            {index === 0
              ? t("firstAttempt")
              : t("attempt", { number: String(index + 1), span: formatSeconds(atSeconds) })}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Leaves room at both ends for half a dot. */
const percent = (x: number) => `${2 + x * 96}%`;

function Picture({ timeline: { attempts, ticks, totalSeconds } }: { timeline: Timeline }) {
  const t = useTranslations("form.timeline");
  const last = attempts.length - 1;
  return (
    <svg aria-hidden width="100%" height="52" className="mt-1 overflow-visible">
      <line x1={percent(0)} x2={percent(1)} y1="16" y2="16" className="stroke-line-strong" />
      {ticks.map(({ atSeconds, x }) => (
        <g key={atSeconds}>
          <line x1={percent(x)} x2={percent(x)} y1="20" y2="28" className="stroke-line-strong" />
          <text x={percent(x)} y="44" textAnchor="middle" className="fill-ink-3 text-xs">
            {formatSeconds(atSeconds)}
          </text>
        </g>
      ))}
      <text x="0" y="44" className="fill-ink-3 text-xs">
        {t("first")}
      </text>
      <text x="100%" y="44" textAnchor="end" className="fill-ink-2 text-xs">
        {formatSeconds(totalSeconds)}
      </text>
      {attempts.map(({ x }, index) => (
        <circle
          key={index}
          cx={percent(x)}
          cy="16"
          r="5"
          strokeWidth="2"
          className={index === last ? "fill-panel stroke-bad" : "fill-accent stroke-panel"}
        >
          <title>
            {index === 0
              ? t("firstAttempt")
              : t("attempt", { number: String(index + 1), span: formatSeconds(attempts[index]?.atSeconds ?? 0) })}
          </title>
        </circle>
      ))}
    </svg>
  );
}
