"use client";

import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";
import type { AttemptError } from "@/lib/core/attempt";
import type { OutcomeCounts, WebhookOutcomes } from "@/lib/core/outcomes";
import { logHref } from "./log-href";
import { CODE_PARTS, codeCounts, codeFilter, UNANSWERED } from "./outcome-series";
import type { StackChartProps } from "./outcomes-chart";
import { bucketMs, spanOf } from "./span";
import { StackPanel } from "./stack-panel";
import type { Stack } from "./stacked-bars";
import { Swatch } from "./series";
import { useAbout } from "./use-about";

/** What the receiver answered to each delivery's latest attempt. */
export function CodesChart({ webhookId, span: wanted, numbers, onZoom }: StackChartProps) {
  const t = useTranslations("charts");
  const { data, before, query } = numbers;
  const number = useAbout(data?.exact);
  const span = data ? spanOf(data) : wanted;
  const totals = data ? codeCounts(data.total) : {};
  const series = CODE_PARTS.filter(({ key }) => (totals[key] ?? 0) > 0).map((part) => ({
    ...part,
    label: part.key === UNANSWERED ? t("codes.unanswered") : part.key,
  }));
  const stacks = data ? stacksOf(data, before) : [];
  // A bucket of one part alone is that part; of several, no one filter is.
  const hrefOf = (index: number, key = onlyPart(stacks[index])) => {
    const bucket = data?.buckets[index];
    const filter = bucket && key !== undefined ? codeFilter(bucket, key) : undefined;
    const at = stacks[index]?.at;
    return filter && at !== undefined
      ? logHref(webhookId, { from: at, to: at + bucketMs(span), ...filter })
      : undefined;
  };
  return (
    <StackPanel
      {...{ span, stacks, series, query, hrefOf, onZoom }}
      write={number}
      title={t("codes.title")}
      subtitle={data?.exact === false ? t("aboutNote") : t("codes.subtitle", { bucket: t(`bucket.${span.bucket}`) })}
      empty={series.length === 0 ? t("emptyAttempts") : undefined}
      legend={data && <Codes webhookId={webhookId} from={span.from} to={span.to} total={data.total} write={number} />}
    />
  );
}

function onlyPart(stack: Stack | undefined): string | undefined {
  const [only, ...others] = Object.entries(stack?.counts ?? {}).filter(([, count]) => count > 0);
  return others.length === 0 ? only?.[0] : undefined;
}

function stacksOf(data: WebhookOutcomes, before: WebhookOutcomes | undefined): Stack[] {
  return data.buckets.map((bucket, index) => {
    const earlier = before?.buckets[index];
    return {
      at: Date.parse(bucket.at),
      counts: codeCounts(bucket),
      before: earlier ? Object.values(codeCounts(earlier)).reduce((sum, count) => sum + count, 0) : null,
    };
  });
}

interface CodesProps {
  webhookId: string;
  from: number;
  to: number;
  total: OutcomeCounts;
  write: (count: number) => string;
}

/** Every code and error by itself, the most frequent first: the bars show classes of them. */
function Codes({ webhookId, from, to, total, write }: CodesProps) {
  const t = useTranslations("charts");
  const codes = Object.entries(total.codes).map(([code, count]) => ({
    ...{ key: code, label: code, count, href: logHref(webhookId, { from, to, code }) },
    part: CODE_PARTS.find(({ key }) => key === `${code[0]}xx`),
  }));
  const errors = (Object.keys(total.unanswered) as AttemptError[]).map((error) => ({
    ...{ key: error, label: t(`codes.errors.${error}`), count: total.errors[error] ?? 0 },
    href: logHref(webhookId, { from, to, error }),
    part: CODE_PARTS.find(({ key }) => key === UNANSWERED),
  }));
  return (
    <ul aria-label={t("codes.byCode")} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {[...codes, ...errors]
        .toSorted((a, b) => b.count - a.count)
        .slice(0, 8)
        .map(({ key, label, count, href, part }) => (
          <li key={key} className="flex items-center gap-1.5">
            {part && <Swatch series={{ ...part, label }} />}
            {label}
            <Link href={href} className="rounded-sm text-accent underline">
              <span className="sr-only">{label}: </span>
              {write(count)}
            </Link>
          </li>
        ))}
    </ul>
  );
}
