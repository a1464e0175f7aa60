"use client";

import { useRef, useState } from "react";

interface At {
  activeTooltipIndex?: number | string | null | undefined;
}

/**
 * Dragging over a chart chooses the buckets from the one it began at to the one it ended at; the click that ends a drag
 * is none.
 */
export function useZoom(onZoom: (first: number, last: number) => void) {
  const [drag, setDrag] = useState<{ begin: number; end: number } | null>(null);
  const wasDragged = useRef(false);
  const handlers = {
    onMouseDown: (at: At) => {
      const index = indexOf(at);
      wasDragged.current = false;
      if (index !== null) setDrag({ begin: index, end: index });
    },
    onMouseMove: (at: At) => {
      const index = indexOf(at);
      if (drag && index !== null && index !== drag.end) setDrag({ ...drag, end: index });
    },
    onMouseUp: () => {
      if (drag && drag.begin !== drag.end) {
        wasDragged.current = true;
        onZoom(Math.min(drag.begin, drag.end), Math.max(drag.begin, drag.end));
      }
      setDrag(null);
    },
    onMouseLeave: () => setDrag(null),
  };
  return { drag: drag && drag.begin !== drag.end ? drag : null, handlers, isClick: () => !wasDragged.current };
}

/** Recharts gives indexes as text. */
export function indexOf({ activeTooltipIndex }: At): number | null {
  if (activeTooltipIndex === undefined || activeTooltipIndex === null) return null;
  const index = Number(activeTooltipIndex);
  return Number.isInteger(index) ? index : null;
}
