"use client";

import { useTranslations } from "use-intl";
import { ErrorRateChart, LatencyChart, ThroughputChart } from "./attempt-charts";
import { CodesChart } from "./codes-chart";
import { KeyNumbers } from "./key-numbers";
import { OutcomesChart } from "./outcomes-chart";
import { bucketMs, type Span } from "./span";
import { useWebhookNumbers } from "./use-webhook-numbers";

interface Props {
  webhookId: string;
  span: Span;
  onZoom: (span: Pick<Span, "from" | "to">) => void;
}

/** Everything about a span of time. Loaded by itself: charts are heavy. */
export default function WebhookCharts({ webhookId, span, onZoom }: Props) {
  const t = useTranslations("charts");
  const numbers = useWebhookNumbers(webhookId, span);
  const zoom = (first: number, last: number) =>
    onZoom({ from: span.from + first * bucketMs(span), to: span.from + (last + 1) * bucketMs(span) });
  const stack = { webhookId, span, numbers: numbers.outcomes, onZoom: zoom };
  const lines = { span, numbers: numbers.stats, onZoom: zoom };
  return (
    <div className="flex flex-col gap-4">
      <KeyNumbers span={span} numbers={numbers} />
      <div className="grid gap-4 lg:grid-cols-2">
        <OutcomesChart {...stack} />
        <LatencyChart {...lines} />
        <CodesChart {...stack} />
        <ErrorRateChart {...lines} />
        <ThroughputChart {...lines} />
      </div>
      <p className="text-xs text-ink-3 max-md:hidden">
        {t("hint")} {t("range.drag")}
      </p>
    </div>
  );
}
