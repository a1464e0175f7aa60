/** In pixels; its skeleton is as high. */
export const HEIGHT = 208;

export const MARGIN = { top: 20, right: 8, bottom: 0, left: 0 } as const;

/** Of both axes. */
export const AXIS = {
  tickLine: false,
  axisLine: false,
  tick: { fill: "var(--ink-3)", fontSize: 12 },
} as const;
