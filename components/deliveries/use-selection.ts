"use client";

import { useState } from "react";

/** More than this many are a filter's business. */
const MAX_SELECTED = 1000;

export interface Selection {
  ids: ReadonlySet<string>;
  set: (ids: readonly string[], selected: boolean) => void;
  clear: () => void;
}

/** Which rows are ticked. They stay so while the list moves on. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    set: (changed, selected) =>
      setIds((before) => {
        const after = new Set(before);
        for (const id of changed) {
          if (!selected) after.delete(id);
          else if (after.size < MAX_SELECTED) after.add(id);
        }
        return after;
      }),
    clear: () => setIds(new Set()),
  };
}
