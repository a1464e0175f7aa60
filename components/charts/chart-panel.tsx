"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { QueryError } from "@/components/ui/query-error";
import { Skeleton } from "@/components/ui/skeleton";

export interface ChartQuery {
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  hasData: boolean;
  refetch: () => unknown;
}

export interface ChartPanelProps {
  title: string;
  /** What is counted. */
  subtitle: string;
  query: ChartQuery;
  /** What it says where there is nothing to draw; undefined where there is. */
  empty: string | undefined;
  /** In a sentence, for whoever sees no chart. */
  summary?: string | undefined;
  legend?: ReactNode;
  chart: () => ReactNode;
  table: () => ReactNode;
  className?: string | undefined;
}

/** One chart, or its numbers as a table; as high while it loads as it is afterwards. */
export function ChartPanel({
  title,
  subtitle,
  query,
  empty,
  summary,
  legend,
  chart,
  table,
  className,
}: ChartPanelProps) {
  const t = useTranslations("charts");
  const [isTable, setTable] = useState(false);
  const titleId = useId();
  const Icon = isTable ? ChartColumn : Table2;
  const isDrawn = query.hasData && empty === undefined;
  return (
    <section
      aria-labelledby={titleId}
      aria-busy={query.isPending}
      className={`min-w-0 rounded-lg border bg-panel ${className ?? ""}`}
    >
      <header className="flex items-start justify-between gap-3 px-4 pt-3">
        <div className="min-w-0">
          <h3 id={titleId} className="font-medium">
            {title}
          </h3>
          <p className="text-xs text-ink-3">{subtitle}</p>
        </div>
        <Button
          size="sm"
          variant="ghost"
          disabled={!isDrawn}
          onClick={() => setTable(!isTable)}
          aria-label={t(isTable ? "showChart" : "showTable", { title })}
        >
          <Icon aria-hidden />
          {t(isTable ? "chart" : "table")}
        </Button>
      </header>
      <div className="min-h-8 px-4 py-2">{isDrawn && legend}</div>
      <div className="h-56 px-2 pb-3">
        {query.isPending ? (
          <Loading title={title} />
        ) : !query.hasData ? (
          <div className="grid h-full place-items-center overflow-y-auto">
            <QueryError bare query={query} title={t("error")} />
          </div>
        ) : empty !== undefined ? (
          <p className="grid h-full place-items-center text-ink-3">{empty}</p>
        ) : isTable ? (
          <div
            role="region"
            aria-label={`${title}: ${t("table")}`}
            tabIndex={0}
            className="h-full overflow-y-auto rounded-md border-t"
          >
            {table()}
          </div>
        ) : (
          <figure className="h-full">
            {summary && <figcaption className="sr-only">{summary}</figcaption>}
            {chart()}
          </figure>
        )}
      </div>
    </section>
  );
}

function Loading({ title }: { title: string }) {
  const t = useTranslations("ui");
  return (
    <div role="status" aria-label={`${t("loading")}: ${title}`} className="flex h-full items-end gap-2 px-3 pb-6">
      {BARS.map((height, index) => (
        <Skeleton key={index} className={`w-full ${height}`} />
      ))}
    </div>
  );
}

const BARS = [
  "h-1/3",
  "h-1/2",
  "h-2/5",
  "h-3/5",
  "h-1/2",
  "h-2/3",
  "h-2/5",
  "h-1/2",
  "h-3/5",
  "h-1/3",
  "h-1/2",
  "h-2/5",
];
