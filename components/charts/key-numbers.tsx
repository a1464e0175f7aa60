"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { useFormats } from "@/components/ui/use-formats";
import { errorRateOf } from "./attempt-charts";
import { bucketMs, type Span } from "./span";
import { useAbout } from "./use-about";
import { useAxis } from "./use-axis";
import type { WebhookNumbers } from "./use-webhook-numbers";

/** A span in five numbers, each beside that of the time before. */
export function KeyNumbers({ span, numbers: { outcomes, stats } }: { span: Span; numbers: WebhookNumbers }) {
  const t = useTranslations("charts");
  const { number, percent, duration, compact } = useFormats();
  const about = useAbout(outcomes.data?.exact);
  const aboutThen = useAbout(outcomes.before?.exact);
  const axis = useAxis(span);
  const [now, then] = [outcomes.data?.total, outcomes.before?.total];
  const [attempts, attemptsThen] = [stats.data?.total, stats.before?.total];
  const busiest = stats.data?.buckets.reduce((most, one) => (one.attempts > most.attempts ? one : most));
  const before = (value: string | null | undefined) =>
    value === undefined ? "" : value === null ? t("beforeNone") : t("before", { value });
  const rate = (part: number, all: number) => (all === 0 ? null : percent(part / all));
  const latency = (counts: typeof attempts) =>
    counts && (counts.latencyMs ? `${duration(counts.latencyMs.p50)} / ${duration(counts.latencyMs.p95)}` : null);
  const errors = (counts: typeof attempts) => {
    const ratio = counts && errorRateOf(counts);
    return ratio === null || ratio === undefined ? ratio : percent(ratio);
  };
  const waiting = now && now.statuses.pending + now.statuses.held;
  return (
    <dl
      aria-label={t("numbers.label")}
      className="grid grid-cols-2 overflow-hidden rounded-lg border bg-panel sm:grid-cols-3 lg:grid-cols-6 [&>div]:border-line-2"
    >
      <Key
        label={t("numbers.deliveries")}
        value={now && about(now.deliveries)}
        hint={then && before(aboutThen(then.deliveries))}
      />
      <Key
        label={t("numbers.delivered")}
        value={now && rate(now.statuses.succeeded, now.deliveries)}
        hint={then && before(rate(then.statuses.succeeded, then.deliveries))}
      />
      <Key label={t("numbers.errorRate")} value={errors(attempts)} hint={before(errors(attemptsThen))} />
      <Key label={t("numbers.latency")} value={latency(attempts)} hint={before(latency(attemptsThen))} />
      <Key
        label={t("numbers.busiest")}
        value={
          busiest &&
          (busiest.attempts > 0
            ? t("numbers.perMinute", { count: compact(busiest.attempts / (bucketMs(stats.data ?? span) / 60_000)) })
            : null)
        }
        hint={busiest && busiest.attempts > 0 ? t("numbers.at", { at: axis.moment(Date.parse(busiest.at)) }) : ""}
      />
      <Key
        label={t("numbers.waiting")}
        value={waiting === undefined ? undefined : number(waiting)}
        hint={t("numbers.waitingHint")}
      />
    </dl>
  );
}

/** @param value undefined while it loads, null where there is none */
function Key({ label, value, hint }: { label: string; value: string | null | undefined; hint?: ReactNode }) {
  return (
    <div className="flex flex-col px-4 py-3">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="mt-0.5">
        <span className="block h-6 truncate text-lg font-semibold">
          {value === undefined ? <Skeleton className="h-5 w-16" /> : (value ?? "–")}
        </span>
        <span className="block min-h-4 text-xs wrap-anywhere hyphens-auto text-ink-3">{hint}</span>
      </dd>
    </div>
  );
}
