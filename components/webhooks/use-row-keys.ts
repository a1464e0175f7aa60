"use client";

import { useEffect, useEffectEvent } from "react";

/** Marks the link of a row, which has the focus while one walks. */
export const ROW_ATTRIBUTE = "data-webhook";

/** `j` and `k` walk the rows, `x` ticks the one that has the focus. Enter is the focused link's own. */
export function useRowKeys(onToggle: (id: string) => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isElsewhere(event.target)) return;
    const links = shownLinks();
    const row = document.activeElement?.closest("tr, li");
    const at = links.findIndex((link) => row?.contains(link));
    if (event.key === "j" || event.key === "k") {
      const next = links[at < 0 ? firstOnScreen(links) : at + (event.key === "j" ? 1 : -1)];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "x" && !event.repeat) {
      const id = links[at]?.getAttribute(ROW_ATTRIBUTE);
      if (id) onToggle(id);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** Of table and list, only one is shown. */
const shownLinks = () =>
  [...document.querySelectorAll<HTMLElement>(`[${ROW_ATTRIBUTE}]`)].filter((link) => link.offsetParent !== null);

const firstOnScreen = (links: readonly HTMLElement[]) =>
  Math.max(
    links.findIndex((link) => link.getBoundingClientRect().top >= 0),
    0,
  );

/** Where letters are text, or pick an option; and behind a dialog. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox], [role=dialog]") !== null;
