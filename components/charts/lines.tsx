"use client";

import { useTranslations } from "use-intl";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS, HEIGHT, MARGIN } from "./axis-look";
import { ChartTip } from "./chart-tip";
import { LineSwatch, type LineLook } from "./series";
import type { Span } from "./span";
import { useAxis } from "./use-axis";
import { useZoom } from "./use-zoom";

export interface Point {
  /** Unix milliseconds. */
  at: number;
  /** Null where there is nothing to say: a gap. */
  values: Readonly<Record<string, number | null>>;
  /** Of the first line, at this place of the time before. */
  before: number | null;
  /** What it rests on, in words. */
  note?: string | undefined;
}

interface Props {
  title: string;
  span: Span;
  points: readonly Point[];
  lines: readonly LineLook[];
  format: (value: number) => string;
  /** Of the y axis, where it can't be more. */
  max?: number | undefined;
  peak?: { at: number; value: number; label: string } | undefined;
  onZoom: (first: number, last: number) => void;
}

/** Values over time from zero up, with gaps where there are none. */
export function Lines({ title, span, points, lines, format, max, peak, onZoom }: Props) {
  const t = useTranslations("charts");
  const axis = useAxis(span);
  const { drag, handlers } = useZoom(onZoom);
  const [first] = lines;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart data={[...points]} margin={MARGIN} title={title} {...handlers}>
        <CartesianGrid vertical={false} stroke="var(--line-2)" />
        <XAxis {...AXIS} dataKey="at" tickFormatter={axis.tick} minTickGap={48} />
        <YAxis {...AXIS} width={52} tickFormatter={format} domain={[0, max ?? "auto"]} />
        <Tooltip
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 10 }}
          content={({ active, payload }) => {
            const point = payload[0]?.payload as Point | undefined;
            if (!active || !point) return null;
            const rows = lines.flatMap(({ key, label, colour, dash }) => {
              const value = point.values[key];
              if (value === null || value === undefined) return [];
              return [{ key, swatch: <LineSwatch colour={colour} dash={dash} />, label, value: format(value) }];
            });
            const before =
              point.before === null
                ? []
                : [
                    {
                      key: "before",
                      swatch: <LineSwatch {...BEFORE} />,
                      label: t("previous"),
                      value: format(point.before),
                    },
                  ];
            return (
              <ChartTip
                title={axis.bucket(point.at)}
                rows={[...rows, ...before]}
                note={rows.length > 0 ? point.note : t("emptyAttempts")}
              />
            );
          }}
        />
        {first && (
          <Line
            dataKey="before"
            stroke={BEFORE.colour}
            strokeDasharray={BEFORE.dash}
            strokeOpacity={0.7}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {lines.map(({ key, colour, dash }) => (
          <Line
            key={key}
            dataKey={({ values }: Point) => values[key] ?? null}
            name={key}
            stroke={colour}
            strokeWidth={1.75}
            strokeDasharray={dash ?? "none"}
            // One between two gaps has no line to be seen by.
            dot={({ index, cx, cy }: { index?: number; cx?: number; cy?: number }) =>
              isAlone(points, index ?? 0, key) ? (
                <circle key={index} cx={cx} cy={cy} r={2.5} fill={colour} />
              ) : (
                <g key={index} />
              )
            }
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
        {peak && (
          <ReferenceDot
            x={peak.at}
            y={peak.value}
            r={4}
            fill="var(--panel)"
            stroke="var(--accent)"
            strokeWidth={2}
            label={{
              value: peak.label,
              position: sideOf(peak.at, span),
              fill: "var(--ink-2)",
              fontSize: 12,
              offset: 6,
            }}
          />
        )}
        {drag && (
          <ReferenceArea
            x1={points[drag.begin]?.at ?? 0}
            x2={points[drag.end]?.at ?? 0}
            fill="var(--accent)"
            fillOpacity={0.15}
          />
        )}
      </LineChart>
    </ResponsiveContainer>
  );
}

const BEFORE = { colour: "var(--ink-3)", dash: "2 2" } as const;

/** Where there is room for its label. */
function sideOf(at: number, { from, to }: Span): "left" | "right" | "top" {
  const place = (at - from) / (to - from);
  return place > 0.85 ? "left" : place < 0.15 ? "right" : "top";
}

function isAlone(points: readonly Point[], index: number, key: string): boolean {
  const has = (at: number) => (points[at]?.values[key] ?? null) !== null;
  return has(index) && !has(index - 1) && !has(index + 1);
}
