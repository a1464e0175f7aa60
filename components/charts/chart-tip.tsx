import type { ReactNode } from "react";

export interface TipRow {
  key: string;
  swatch?: ReactNode;
  label: string;
  value: string;
}

/** What a bucket counts, exactly. */
export function ChartTip({ title, rows, note }: { title: string; rows: readonly TipRow[]; note?: string | undefined }) {
  return (
    <div className="rounded-md border bg-panel px-3 py-2 text-xs shadow-float">
      <p className="mb-1 font-medium text-ink">{title}</p>
      <dl className="grid grid-cols-[max-content_max-content] gap-x-4 gap-y-0.5">
        {rows.map(({ key, swatch, label, value }) => (
          <div key={key} className="contents">
            <dt className="flex items-center gap-1.5 text-ink-2">
              {swatch}
              {label}
            </dt>
            <dd className="text-right text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="mt-1 text-ink-3">{note}</p>}
    </div>
  );
}
