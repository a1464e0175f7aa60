"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ChartPanel, type ChartPanelProps } from "./chart-panel";
import { ChartTable } from "./chart-table";
import { StackedBars, totalOf, type StackedBarsProps } from "./stacked-bars";
import { useAxis } from "./use-axis";

interface Props
  extends
    Omit<ChartPanelProps, "chart" | "table">,
    Pick<StackedBarsProps, "span" | "stacks" | "series" | "write" | "onZoom"> {
  /** The deliveries behind a part of a bucket; without a part, behind all of it. */
  hrefOf: (index: number, key?: string) => string | undefined;
}

/** What was counted, bucket by bucket, as bars or as a table; either leads to the deliveries that were counted. */
export function StackPanel({ title, span, stacks, series, write, onZoom, hrefOf, ...panel }: Props) {
  const t = useTranslations("charts");
  const router = useRouter();
  const axis = useAxis(span);
  const columns = series.toReversed();
  return (
    <ChartPanel
      {...panel}
      title={title}
      chart={() => (
        <StackedBars
          {...{ title, span, stacks, series, write, onZoom }}
          onOpen={(index, key) => {
            const href = hrefOf(index, key);
            if (href) router.push(href);
          }}
        />
      )}
      table={() => (
        <ChartTable
          label={title}
          columns={[...columns, { key: "all", label: t("total") }]}
          rows={stacks.map((stack, index) => ({
            at: stack.at,
            label: axis.bucket(stack.at),
            cells: [
              ...columns.map(({ key }) => ({
                key,
                text: write(stack.counts[key] ?? 0),
                href: stack.counts[key] ? hrefOf(index, key) : undefined,
              })),
              {
                key: "all",
                text: write(totalOf(stack)),
                href: totalOf(stack) > 0 ? hrefOf(index) : undefined,
              },
            ],
          }))}
        />
      )}
    />
  );
}
