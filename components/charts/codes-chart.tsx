"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import type { AttemptError } from "@/lib/core/attempt";
import type { OutcomeCounts, WebhookOutcomes } from "@/lib/core/outcomes";
import { ChartPanel } from "./chart-panel";
import { ChartTable } from "./chart-table";
import { logHref } from "./log-href";
import { CODE_PARTS, codeCounts, codeFilter, UNANSWERED } from "./outcome-series";
import type { StackChartProps } from "./outcomes-chart";
import { bucketMs, spanOf } from "./span";
import { StackedBars, totalOf, type Stack } from "./stacked-bars";
import { Swatch } from "./series";
import { useAbout } from "./use-about";
import { useAxis } from "./use-axis";

/** What the receiver answered to each delivery's latest attempt. */
export function CodesChart({ webhookId, span: wanted, numbers, onZoom }: StackChartProps) {
  const t = useTranslations("charts");
  const router = useRouter();
  const { data, before, query } = numbers;
  const number = useAbout(data?.exact);
  const span = data ? spanOf(data) : wanted;
  const axis = useAxis(span);
  const totals = data ? codeCounts(data.total) : {};
  const series = CODE_PARTS.filter(({ key }) => (totals[key] ?? 0) > 0).map((part) => ({
    ...part,
    label: part.key === UNANSWERED ? t("codes.unanswered") : part.key,
  }));
  const stacks = data ? stacksOf(data, before) : [];
  const hrefOf = (index: number, key: string) => {
    const bucket = data?.buckets[index];
    const filter = bucket && codeFilter(bucket, key);
    const at = stacks[index]?.at;
    return filter && at !== undefined
      ? logHref(webhookId, { from: at, to: at + bucketMs(span), ...filter })
      : undefined;
  };
  const title = t("codes.title");
  return (
    <ChartPanel
      title={title}
      subtitle={data?.exact === false ? t("aboutNote") : t("codes.subtitle", { bucket: t(`bucket.${span.bucket}`) })}
      query={query}
      empty={series.length === 0 ? t("emptyAttempts") : undefined}
      legend={data && <Codes webhookId={webhookId} from={span.from} to={span.to} total={data.total} write={number} />}
      chart={() => (
        <StackedBars
          write={number}
          title={title}
          span={span}
          stacks={stacks}
          series={series}
          onZoom={onZoom}
          onOpen={(index, key) => {
            const stack = stacks[index];
            const [only, ...others] = Object.keys(stack?.counts ?? {}).filter((one) => (stack?.counts[one] ?? 0) > 0);
            const chosen = key ?? (others.length === 0 ? only : undefined);
            const href = chosen && hrefOf(index, chosen);
            if (href) router.push(href);
          }}
        />
      )}
      table={() => (
        <ChartTable
          label={title}
          columns={[...series.toReversed(), { key: "all", label: t("total") }]}
          rows={stacks.map((stack, index) => ({
            at: stack.at,
            label: axis.bucket(stack.at),
            cells: [
              ...series.toReversed().map(({ key }) => ({
                key,
                text: number(stack.counts[key] ?? 0),
                href: stack.counts[key] ? hrefOf(index, key) : undefined,
              })),
              { key: "all", text: number(totalOf(stack)) },
            ],
          }))}
        />
      )}
    />
  );
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
