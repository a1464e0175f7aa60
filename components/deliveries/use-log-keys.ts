"use client";

import { useEffect, useEffectEvent } from "react";

interface LogKeys {
  openId: string | null;
  /** Shows another delivery in the sheet that stands open. */
  onWalk: (id: string) => void;
  onRetry: (id: string) => void;
}

/** Marks the control that opens a row. */
export const ROW_ATTRIBUTE = "data-delivery";

/** `j` and `k` walk the rows, taking an open sheet along; `r` retries. Enter is the focused row's own. */
export function useLogKeys({ openId, onWalk, onRetry }: LogKeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isElsewhere(event.target)) return;
    const rows = visibleRows();
    const at = rows.findIndex((row) => row === document.activeElement);
    const current = at >= 0 ? at : rows.findIndex((row) => idOf(row) === openId);
    if (event.key === "j" || event.key === "k") {
      const next = rows[current < 0 ? 0 : current + (event.key === "j" ? 1 : -1)];
      next?.focus();
      if (next && openId) onWalk(idOf(next));
    } else if (event.key === "r") {
      const id = openId ?? (at >= 0 ? idOf(rows[at]) : "");
      if (id) onRetry(id);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

const idOf = (row: Element | undefined) => row?.getAttribute(ROW_ATTRIBUTE) ?? "";

/** Of table and list, only one is shown. */
const visibleRows = () =>
  [...document.querySelectorAll<HTMLElement>(`[${ROW_ATTRIBUTE}]`)].filter((row) => row.offsetParent !== null);

/** Where letters are text, or pick an option. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [role=menu], [role=listbox]") !== null;
