"use client";

import { useEffect, useEffectEvent } from "react";

/** Marks the link of a row, which has the focus while one walks. */
export const ROW_ATTRIBUTE = "data-webhook";

interface RowKeys {
  /** Of all rows, in their order, whether they are drawn or not. */
  ids: readonly string[];
  /** Has drawn the row when it returns, wherever one has scrolled to. */
  draw: (index: number) => void;
  onToggle: (index: number) => void;
}

/** `j` and `k` walk the rows, `x` ticks the one that has the focus. Enter is the focused link's own. */
export function useRowKeys({ ids, draw, onToggle }: RowKeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isElsewhere(event.target)) return;
    const at = ids.indexOf(idOf(document.activeElement?.closest("tr")?.querySelector(`[${ROW_ATTRIBUTE}]`)));
    if (event.key === "j" || event.key === "k") {
      const next = at < 0 ? ids.indexOf(firstOnScreen()) : at + (event.key === "j" ? 1 : -1);
      const id = ids[next];
      if (id === undefined) return;
      draw(next);
      const link = document.querySelector<HTMLElement>(`[${ROW_ATTRIBUTE}="${id}"]`);
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "x" && !event.repeat && at >= 0) {
      onToggle(at);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

const idOf = (link: Element | null | undefined) => link?.getAttribute(ROW_ATTRIBUTE) ?? "";

function firstOnScreen(): string {
  const links = [...document.querySelectorAll(`[${ROW_ATTRIBUTE}]`)];
  return idOf(links.find((link) => link.getBoundingClientRect().top >= 0) ?? links[0]);
}

/** Where letters are text, or pick an option; and behind a dialog. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox], [role=dialog]") !== null;
