"use client";

import { useTranslations } from "use-intl";
import type { WebhookOutcomes } from "@/lib/core/outcomes";
import { logHref } from "./log-href";
import { STATUS_PARTS } from "./outcome-series";
import { bucketMs, spanOf, type Span } from "./span";
import { StackLegend } from "./stack-legend";
import { StackPanel } from "./stack-panel";
import { totalOf, type Stack } from "./stacked-bars";
import { useAbout } from "./use-about";
import { useAxis } from "./use-axis";
import type { WebhookNumbers } from "./use-webhook-numbers";

export interface StackChartProps {
  webhookId: string;
  span: Span;
  numbers: WebhookNumbers["outcomes"];
  onZoom: (first: number, last: number) => void;
}

/** Deliveries by where they stand now. */
export function OutcomesChart({ webhookId, span: wanted, numbers, onZoom }: StackChartProps) {
  const t = useTranslations("charts");
  const { data, before, query } = numbers;
  const number = useAbout(data?.exact);
  const span = data ? spanOf(data) : wanted;
  const axis = useAxis(span);
  const series = STATUS_PARTS.map((part) => ({ ...part, label: t(`outcomes.statuses.${part.key}`) }));
  const shown = series.filter(({ key }) => (data?.total.statuses[key] ?? 0) > 0);
  const stacks = data ? stacksOf(data, before) : [];
  const busiest = stacks.reduce<Stack | undefined>(
    (most, one) => (most && totalOf(most) >= totalOf(one) ? most : one),
    undefined,
  );
  const hrefOf = (index: number, status?: string) => {
    const at = stacks[index]?.at;
    return at === undefined ? undefined : logHref(webhookId, { from: at, to: at + bucketMs(span), status });
  };
  const title = t("outcomes.title");
  return (
    <StackPanel
      {...{ title, span, stacks, query, hrefOf, onZoom }}
      series={shown}
      write={number}
      subtitle={data?.exact === false ? t("aboutNote") : t("outcomes.subtitle", { bucket: t(`bucket.${span.bucket}`) })}
      empty={data?.total.deliveries === 0 ? t("empty") : undefined}
      summary={
        busiest && t("summary", { title, total: number(data?.total.deliveries ?? 0), at: axis.moment(busiest.at) })
      }
      className="lg:col-span-2"
      legend={
        <StackLegend
          items={shown.toReversed().map((one) => ({
            series: one,
            count: number(data?.total.statuses[one.key] ?? 0),
            href: logHref(webhookId, { from: span.from, to: span.to, status: one.key }),
          }))}
          previous={t("previous")}
        />
      }
    />
  );
}

function stacksOf(data: WebhookOutcomes, before: WebhookOutcomes | undefined): Stack[] {
  return data.buckets.map(({ at, statuses }, index) => ({
    at: Date.parse(at),
    counts: statuses,
    before: before?.buckets[index]?.deliveries ?? null,
  }));
}
