"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";

export interface SkeletonProps {
  /** Width and height, by class. */
  className?: string | undefined;
}

/** A resting shape, no shimmer. Say "Loading" once, on the container: `aria-busy` and a visually hidden word. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden className={clsx("block rounded-sm bg-fill", className ?? "h-4 w-full")} />;
}

export interface SkeletonRowsProps {
  label?: string | undefined;
  rows?: number | undefined;
  /** As high as compact rows. */
  compact?: boolean | undefined;
}

/** Stands in for a table or a list while its first page loads. */
export function SkeletonRows({ label, rows = 6, compact = false }: SkeletonRowsProps) {
  const t = useTranslations("ui");
  return (
    <div role="status" aria-label={label ?? t("loading")} className="overflow-hidden rounded-lg border bg-panel">
      <div className="h-8 border-b bg-bg max-sm:hidden" />
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={clsx(
            "flex items-center gap-6 border-b border-line-2 px-3 last:border-0",
            compact ? "h-9 max-sm:h-14" : "h-11 max-sm:h-14",
          )}
        >
          <Skeleton className={clsx("h-4", widths[row % widths.length])} />
          <Skeleton className="h-4 w-1/6" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}

const widths = ["w-1/3", "w-1/4", "w-2/5", "w-3/10"];
