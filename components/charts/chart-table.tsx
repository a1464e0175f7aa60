"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { Link } from "@/components/ui/link";

export interface ChartRow {
  /** Unix milliseconds. */
  at: number;
  label: string;
  cells: readonly { key: string; text: string; href?: string | undefined }[];
}

interface Props {
  label: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly ChartRow[];
}

/** A chart's numbers, each a way to what it counts where there is one. */
export function ChartTable({ label, columns, rows }: Props) {
  const t = useTranslations("charts");
  return (
    <table aria-label={label} className="w-full border-collapse text-sm">
      <thead className="sticky top-0 bg-panel">
        <tr>
          <th scope="col" className={clsx(headClasses, "text-left")}>
            {t("time")}
          </th>
          {columns.map(({ key, label: column }) => (
            <th key={key} scope="col" className={clsx(headClasses, "text-right")}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, label: time, cells }) => (
          <tr key={at} className="border-b border-line-2 last:border-0">
            <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap text-ink-2">
              {time}
            </th>
            {cells.map(({ key, text, href }) => (
              <td key={key} className="px-2 py-1 text-right whitespace-nowrap">
                {href ? (
                  <Link href={href} className="rounded-sm text-accent underline" title={t("open")}>
                    {text}
                  </Link>
                ) : (
                  <span className="text-ink-3">{text}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const headClasses = "border-b px-2 py-1 text-xs font-medium whitespace-nowrap text-ink-3";
