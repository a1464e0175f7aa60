"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useEffectEvent } from "react";
import type { InspectedRequestSummary } from "@/lib/core/inspector";

/** Marks the control that opens a row. */
export const ROW_ATTRIBUTE = "data-request";

/**
 * The request that is shown: the one in the URL, or else always the newest. `j` and `k` walk through them.
 */
export function useChosenRequest(requests: readonly InspectedRequestSummary[]) {
  const [chosen, setChosen] = useQueryState("request", parseAsString.withOptions({ history: "push" }));
  const shownId = chosen ?? requests[0]?.id;
  const walk = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isElsewhere(event.target)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const at = requests.findIndex(({ id }) => id === shownId);
    const next = requests[at + (event.key === "j" ? 1 : -1)];
    if (!next) return;
    void setChosen(next.id, { history: "replace" });
    document.querySelector<HTMLElement>(`[${ROW_ATTRIBUTE}="${next.id}"]`)?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => walk(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
  const choose = (id: string | null) => {
    void setChosen(id);
    // Where it takes the list's place it is read from its beginning.
    if (!window.matchMedia(WIDE).matches) window.scrollTo({ top: 0 });
  };
  return { shownId, isChosen: chosen !== null, choose };
}

/** List and request stand side by side. */
const WIDE = "(min-width: 1024px)";

/** Where letters are text, or pick an option. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [role=menu], [role=listbox], [role=dialog]") !== null;
