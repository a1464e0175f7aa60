"use client";

import { useTranslations } from "use-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { StatsCounts } from "@/lib/core/stats";
import { ChartPanel } from "./chart-panel";
import { ChartTable } from "./chart-table";
import { Lines, type Point } from "./lines";
import { LineSwatch, type LineLook } from "./series";
import { bucketMs, spanOf, type Span } from "./span";
import { Previous } from "./stack-legend";
import { useAxis } from "./use-axis";
import type { WebhookNumbers } from "./use-webhook-numbers";

interface Props {
  span: Span;
  numbers: WebhookNumbers["stats"];
  onZoom: (first: number, last: number) => void;
}

const LATENCY: readonly LineLook[] = [
  { key: "p50", label: "p50", colour: "var(--accent)" },
  { key: "p95", label: "p95", colour: "var(--accent)", dash: "6 3" },
  { key: "p99", label: "p99", colour: "var(--ink-2)", dash: "1.5 3" },
];

/** How long attempts took. */
export function LatencyChart(props: Props) {
  const { duration } = useFormats();
  return (
    <AttemptChart
      {...props}
      kind="latency"
      lines={LATENCY}
      valuesOf={({ latencyMs }) => ({
        p50: latencyMs?.p50 ?? null,
        p95: latencyMs?.p95 ?? null,
        p99: latencyMs?.p99 ?? null,
      })}
      format={duration}
    />
  );
}

/** Of the attempts, how many failed. */
export function ErrorRateChart(props: Props) {
  const t = useTranslations("charts");
  const { number, percent } = useFormats();
  return (
    <AttemptChart
      {...props}
      kind="errorRate"
      lines={[{ key: "rate", label: t("errorRate.series"), colour: "var(--bad)" }]}
      valuesOf={(counts) => ({ rate: errorRateOf(counts) })}
      noteOf={({ attempts, retrying, failed }) =>
        t("errorRate.of", { failed: number(retrying + failed), attempts: number(attempts) })
      }
      format={percent}
      max={1}
    />
  );
}

export const errorRateOf = ({ attempts, retrying, failed }: StatsCounts) =>
  attempts === 0 ? null : (retrying + failed) / attempts;

/** Attempts a minute, with the busiest time marked. */
export function ThroughputChart(props: Props) {
  const t = useTranslations("charts");
  const { compact } = useFormats();
  const minutes = bucketMs(props.numbers.data ?? props.span) / 60_000;
  const peak = props.numbers.data?.buckets.reduce((most, one) => (one.attempts > most.attempts ? one : most));
  const value = (peak?.attempts ?? 0) / minutes;
  return (
    <AttemptChart
      {...props}
      kind="throughput"
      lines={[{ key: "rate", label: t("throughput.series"), colour: "var(--accent)" }]}
      valuesOf={({ attempts }) => ({ rate: attempts / minutes })}
      noteOf={({ attempts }) => t("throughput.attempts", { count: attempts })}
      format={compact}
      peak={peak && { at: Date.parse(peak.at), value, label: t("throughput.peak", { count: compact(value) }) }}
    />
  );
}

interface AttemptChartProps extends Props {
  kind: "latency" | "errorRate" | "throughput";
  lines: readonly LineLook[];
  valuesOf: (counts: StatsCounts) => Record<string, number | null>;
  noteOf?: (counts: StatsCounts) => string;
  format: (value: number) => string;
  max?: number;
  peak?: { at: number; value: number; label: string } | undefined;
}

function AttemptChart({
  span: wanted,
  numbers,
  onZoom,
  kind,
  lines,
  valuesOf,
  noteOf,
  format,
  max,
  peak,
}: AttemptChartProps) {
  const t = useTranslations("charts");
  const { data, before, query } = numbers;
  const span = data ? spanOf(data) : wanted;
  const axis = useAxis(span);
  const title = t(`${kind}.title`);
  const first = lines[0]?.key ?? "";
  const points =
    data?.buckets.map((bucket, index): Point => {
      const earlier = before?.buckets[index];
      return {
        at: Date.parse(bucket.at),
        values: valuesOf(bucket),
        before: earlier ? (valuesOf(earlier)[first] ?? null) : null,
        note: noteOf?.(bucket),
      };
    }) ?? [];
  return (
    <ChartPanel
      title={title}
      subtitle={t(`${kind}.subtitle`, { bucket: t(`bucket.${span.bucket}`) })}
      query={query}
      empty={data?.total.attempts === 0 ? t("emptyAttempts") : undefined}
      legend={
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {lines.map(({ key, label, colour, dash }) => (
            <li key={key} className="flex items-center gap-1.5">
              <LineSwatch colour={colour} dash={dash} />
              {label}
            </li>
          ))}
          <Previous label={lines.length > 1 ? `${lines[0]?.label}, ${t("previous")}` : t("previous")} />
        </ul>
      }
      chart={() => (
        <Lines
          title={title}
          span={span}
          points={points}
          lines={lines}
          format={format}
          max={max}
          peak={peak}
          onZoom={onZoom}
        />
      )}
      table={() => (
        <ChartTable
          label={title}
          columns={lines}
          rows={points.map(({ at, values }) => ({
            at,
            label: axis.bucket(at),
            cells: lines.map(({ key }) => ({ key, text: typeof values[key] === "number" ? format(values[key]) : "–" })),
          }))}
        />
      )}
    />
  );
}
