import clsx from "clsx";
import type { ReactNode } from "react";

export interface KeyValue {
  label: string;
  value: ReactNode;
}

export function KeyValues({ items, className }: { items: readonly KeyValue[]; className?: string | undefined }) {
  return (
    <dl className={clsx("grid grid-cols-[minmax(96px,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm", className)}>
      {items.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
