"use client";

import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isSame, type DiffRow } from "@/lib/core/line-diff";

/** More lines that are the same are folded. */
const FOLD_FROM = 7;

/** Two columns of lines; on a phone, what differs stands one below the other. */
export function DiffTable({ title, rows }: { title: string; rows: readonly DiffRow[] }) {
  const t = useTranslations("delivery.compare");
  const differing = rows.filter((row) => !isSame(row)).length;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-center justify-between gap-2 text-xs text-ink-3">
        <span className="font-medium">{title}</span>
        <span className={clsx(differing > 0 && "font-medium text-warn")}>{t("differ", { count: differing })}</span>
      </div>
      <div className="overflow-hidden rounded-lg border border-line-2">
        <table aria-label={title} className="w-full table-fixed border-collapse font-mono text-xs/4.5 max-sm:block">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("left")}</th>
              <th scope="col">{t("right")}</th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {stretchesOf(rows).map((stretch, index) =>
              stretch.length >= FOLD_FROM && stretch.every(isSame) ? (
                <Folded key={index} rows={stretch} />
              ) : (
                stretch.map((row, line) => <Line key={`${index} ${line}`} row={row} />)
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What is the same, and what differs, in turn. */
function stretchesOf(rows: readonly DiffRow[]): DiffRow[][] {
  const stretches: DiffRow[][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last?.[0] && isSame(last[0]) === isSame(row)) last.push(row);
    else stretches.push([row]);
  }
  return stretches;
}

function Folded({ rows }: { rows: readonly DiffRow[] }) {
  const t = useTranslations("delivery.compare");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return rows.map((row, index) => <Line key={index} row={row} />);
  return (
    <tr className="max-sm:block">
      <td colSpan={2} className="bg-bg px-3 py-0.5 max-sm:block">
        <button type="button" className="rounded-sm text-ink-3 hover:text-ink" onClick={() => setOpen(true)}>
          {t("sameLines", { count: rows.length })}
        </button>
      </td>
    </tr>
  );
}

function Line({ row }: { row: DiffRow }) {
  const t = useTranslations("delivery.compare");
  const same = isSame(row);
  return (
    <tr className="max-sm:block">
      <Cell text={row.left} mark={same ? "" : "−"} says={same ? "" : t("onlyLeft")} />
      <Cell text={row.right} mark={same ? "" : "+"} says={same ? "" : t("onlyRight")} isRight isRepeated={same} />
    </tr>
  );
}

interface CellProps {
  text: string | null;
  mark: string;
  /** The mark, for whoever doesn't see it. */
  says: string;
  isRight?: boolean;
  /** The same stands on the left. */
  isRepeated?: boolean;
}

function Cell({ text, mark, says, isRight = false, isRepeated = false }: CellProps) {
  return (
    <td
      className={clsx(
        "px-2 py-px align-top wrap-anywhere whitespace-pre-wrap max-sm:block",
        isRight && "sm:border-l sm:border-line-2",
        mark && (text === null ? "bg-fill max-sm:hidden" : "bg-warn-soft"),
        isRepeated && "max-sm:hidden",
      )}
    >
      {mark && text !== null && (
        <>
          <span aria-hidden className="mr-1 text-warn select-none">
            {mark}
          </span>
          <span className="sr-only">{says}: </span>
        </>
      )}
      {text}
    </td>
  );
}
