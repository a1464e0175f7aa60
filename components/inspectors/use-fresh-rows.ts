"use client";

import { useState } from "react";
import type { InspectedRequestSummary } from "@/lib/core/inspector";

/** @returns whether a request arrived while one was looking: its row flashes once, as it appears */
export function useFreshRows(requests: readonly InspectedRequestSummary[]): (id: string) => boolean {
  const [old, setOld] = useState<ReadonlySet<string>>();
  // The first rows there are: none of them has just arrived.
  if (!old && requests.length > 0) setOld(new Set(requests.map(({ id }) => id)));
  return (id) => old !== undefined && !old.has(id);
}
