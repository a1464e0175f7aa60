"use client";

import { defaultRangeExtractor, useWindowVirtualizer, type Range } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

/** Up to so many rows are all there, for the browser's own search and for printing. */
const ALWAYS_WHOLE = 30;
const OVERSCAN = 4;
/** What a server knows of the window. */
const UNKNOWN_WINDOW = { width: 1440, height: 900 };

interface Options {
  count: number;
  /** px, the same for every row */
  rowHeight: number;
  /** Is there wherever one has scrolled to, as it has the focus. */
  keep?: number | undefined;
}

export interface VirtualRow {
  index: number;
  /** px of rows that are not there, between the one before and this one */
  gap: number;
}

/** Which rows of a long list are made, as the window scrolls over it; `end` is the height of those after the last. */
export function useVirtualRows<Body extends HTMLElement>({ count, rowHeight, keep = -1 }: Options) {
  const body = useRef<Body>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const isWhole = count <= ALWAYS_WHOLE;
  const virtualizer = useWindowVirtualizer({
    count,
    scrollMargin,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialRect: UNKNOWN_WINDOW,
    enabled: !isWhole,
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      const isKept = keep < 0 || keep >= count || indexes.includes(keep);
      return isKept ? indexes : [...indexes, keep].toSorted((a, b) => a - b);
    },
  });
  // What stands above the rows may grow or go.
  useLayoutEffect(() => {
    const measure = () => {
      const top = body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0;
      setScrollMargin((before) => (Math.abs(top - before) < 1 ? before : top));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  if (isWhole) return { body, rows: Array.from({ length: count }, (_, index) => ({ index, gap: 0 })), end: 0 };
  const indexes = virtualizer.getVirtualItems().map(({ index }) => index);
  const rows = indexes.map((index, at): VirtualRow => {
    const missing = index - (indexes[at - 1] ?? -1) - 1;
    return { index, gap: missing * rowHeight };
  });
  return { body, rows, end: (count - 1 - (indexes.at(-1) ?? -1)) * rowHeight };
}
