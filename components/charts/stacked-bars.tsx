"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useFormats } from "@/components/ui/use-formats";
import { AXIS, HEIGHT, MARGIN } from "./axis-look";
import { ChartTip } from "./chart-tip";
import { LineSwatch, patternId, SeriesPatterns, Swatch, type Series } from "./series";
import type { Span } from "./span";
import { useAxis } from "./use-axis";
import { useZoom } from "./use-zoom";

export interface Stack {
  /** Unix milliseconds. */
  at: number;
  counts: Readonly<Record<string, number>>;
  /** All of them in the bucket at this place of the time before. */
  before: number | null;
}

export interface StackedBarsProps {
  title: string;
  span: Span;
  stacks: readonly Stack[];
  /** From the bottom up. */
  series: readonly Series[];
  write: (count: number) => string;
  onZoom: (first: number, last: number) => void;
  /** @param key undefined for all parts of the stack */
  onOpen: (index: number, key?: string) => void;
}

/** Counts in buckets, one on another; the time before as a faint line. */
export function StackedBars({ title, span, stacks, series, write, onZoom, onOpen }: StackedBarsProps) {
  const id = useId();
  const t = useTranslations("charts");
  const { compact } = useFormats();
  const axis = useAxis(span);
  const { drag, handlers } = useZoom(onZoom, (index, on) => {
    const stack = stacks[index];
    // Recharts names a part of the stack as its bar.
    const part = series.find(({ key }) => key === on.getAttribute("name"));
    if (stack && totalOf(stack) > 0) onOpen(index, part?.key);
  });
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <ComposedChart
        data={[...stacks]}
        margin={MARGIN}
        barCategoryGap="15%"
        title={title}
        className="cursor-pointer"
        {...handlers}
      >
        <SeriesPatterns id={id} series={series} />
        <CartesianGrid vertical={false} stroke="var(--line-2)" />
        <XAxis {...AXIS} dataKey="at" tickFormatter={axis.tick} minTickGap={48} />
        <YAxis {...AXIS} width={44} allowDecimals={false} tickFormatter={compact} domain={[0, "auto"]} />
        <Tooltip
          cursor={{ fill: "var(--fill)", fillOpacity: 0.6 }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 10 }}
          content={({ active, payload }) => {
            const stack = payload[0]?.payload as Stack | undefined;
            if (!active || !stack) return null;
            return (
              <ChartTip
                title={axis.bucket(stack.at)}
                rows={[
                  ...series
                    .toReversed()
                    .filter(({ key }) => (stack.counts[key] ?? 0) > 0)
                    .map((one) => ({
                      key: one.key,
                      swatch: <Swatch series={one} />,
                      label: one.label,
                      value: write(stack.counts[one.key] ?? 0),
                    })),
                  { key: "total", label: t("total"), value: write(totalOf(stack)) },
                  ...(stack.before === null
                    ? []
                    : [
                        {
                          key: "before",
                          swatch: <LineSwatch colour="var(--ink-3)" dash="2 2" />,
                          label: t("previous"),
                          value: write(stack.before),
                        },
                      ]),
                ]}
              />
            );
          }}
        />
        {series.map(({ key }) => (
          <Bar
            key={key}
            dataKey={({ counts }: Stack) => counts[key] ?? 0}
            name={key}
            stackId="all"
            fill={`url(#${patternId(id, key)})`}
            isAnimationActive={false}
          />
        ))}
        <Line
          dataKey="before"
          stroke="var(--ink-3)"
          strokeDasharray="2 2"
          strokeOpacity={0.7}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        {drag && (
          <ReferenceArea
            x1={stacks[drag.begin]?.at ?? 0}
            x2={stacks[drag.end]?.at ?? 0}
            fill="var(--accent)"
            fillOpacity={0.15}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

export const totalOf = ({ counts }: Stack) => Object.values(counts).reduce((sum, count) => sum + count, 0);
