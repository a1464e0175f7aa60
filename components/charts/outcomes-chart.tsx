"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import type { WebhookOutcomes } from "@/lib/core/outcomes";
import { ChartPanel } from "./chart-panel";
import { ChartTable } from "./chart-table";
import { logHref } from "./log-href";
import { STATUS_PARTS } from "./outcome-series";
import { bucketMs, spanOf, type Span } from "./span";
import { StackLegend } from "./stack-legend";
import { StackedBars, totalOf, type Stack } from "./stacked-bars";
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
  const router = useRouter();
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
  const bucketOf = (at: number) => ({ from: at, to: at + bucketMs(span) });
  const title = t("outcomes.title");
  return (
    <ChartPanel
      title={title}
      subtitle={data?.exact === false ? t("aboutNote") : t("outcomes.subtitle", { bucket: t(`bucket.${span.bucket}`) })}
      query={query}
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
      chart={() => (
        <StackedBars
          write={number}
          title={title}
          span={span}
          stacks={stacks}
          series={shown}
          onZoom={onZoom}
          onOpen={(index, status) => {
            const stack = stacks[index];
            if (stack) router.push(logHref(webhookId, { ...bucketOf(stack.at), status }));
          }}
        />
      )}
      table={() => (
        <ChartTable
          label={title}
          columns={[...shown.toReversed(), { key: "all", label: t("total") }]}
          rows={stacks.map((stack) => ({
            at: stack.at,
            label: axis.bucket(stack.at),
            cells: [
              ...shown.toReversed().map(({ key }) => ({
                key,
                text: number(stack.counts[key] ?? 0),
                href: stack.counts[key] ? logHref(webhookId, { ...bucketOf(stack.at), status: key }) : undefined,
              })),
              {
                key: "all",
                text: number(totalOf(stack)),
                href: totalOf(stack) > 0 ? logHref(webhookId, bucketOf(stack.at)) : undefined,
              },
            ],
          }))}
        />
      )}
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
