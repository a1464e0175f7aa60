"use client";

import { useRef, useState } from "react";

interface At {
  activeTooltipIndex?: number | string | null | undefined;
}

interface Drag {
  begin: number;
  end: number;
}

/**
 * Dragging over a chart chooses the buckets from the one it began at to the one it ended at. A press that goes nowhere
 * is `onPress`: no click comes of it, as what was pressed is drawn anew meanwhile.
 */
export function useZoom(onZoom: (first: number, last: number) => void, onPress?: (index: number, on: Element) => void) {
  const [drawn, setDrawn] = useState<Drag | null>(null);
  const drag = useRef<Drag | null>(null);
  const draw = (next: Drag | null) => {
    drag.current = next;
    setDrawn(next);
  };
  const handlers = {
    onMouseDown: (at: At) => {
      const index = indexOf(at);
      if (index !== null) draw({ begin: index, end: index });
    },
    onMouseMove: (at: At) => {
      const index = indexOf(at);
      if (drag.current && index !== null && index !== drag.current.end) draw({ ...drag.current, end: index });
    },
    onMouseUp: (_: At, { target }: { target: EventTarget }) => {
      if (!drag.current) return;
      const { begin, end } = drag.current;
      draw(null);
      if (begin !== end) onZoom(Math.min(begin, end), Math.max(begin, end));
      else if (target instanceof Element) onPress?.(begin, target);
    },
    onMouseLeave: () => draw(null),
  };
  return { drag: drawn && drawn.begin !== drawn.end ? drawn : null, handlers };
}

/** Recharts gives indexes as text. */
function indexOf({ activeTooltipIndex }: At): number | null {
  if (activeTooltipIndex === undefined || activeTooltipIndex === null) return null;
  const index = Number(activeTooltipIndex);
  return Number.isInteger(index) ? index : null;
}
