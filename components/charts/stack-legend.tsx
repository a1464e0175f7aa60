"use client";

import { Link } from "@/components/ui/link";
import { LineSwatch, Swatch, type Series } from "./series";

export interface LegendItem {
  series: Series;
  count: string;
  href?: string | undefined;
}

/** What the parts mean, how many there are in all, and a way to them. */
export function StackLegend({ items, previous }: { items: readonly LegendItem[]; previous: string }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {items.map(({ series, count, href }) => (
        <li key={series.key} className="flex items-center gap-1.5">
          <Swatch series={series} />
          {series.label}
          {href ? (
            <Link href={href} className="rounded-sm text-accent underline">
              <span className="sr-only">{series.label}: </span>
              {count}
            </Link>
          ) : (
            <span className="text-ink">{count}</span>
          )}
        </li>
      ))}
      <Previous label={previous} />
    </ul>
  );
}

export function Previous({ label }: { label: string }) {
  return (
    <li className="flex items-center gap-1.5 text-ink-3">
      <LineSwatch colour="var(--ink-3)" dash="2 2" />
      {label}
    </li>
  );
}
