/** A fault: what is done to the product, and what must hold afterwards. */
import type { Scene } from "./scene";

/** One number of a fault, and whether it is as it must be. */
export interface Check {
  what: string;
  measured: string;
  bound: string;
  holds: boolean;
}

export type Size = "full" | "short";

export interface Fault {
  id: string;
  title: string;
  /** After this the run is broken off, and red. */
  withinMs: number;
  run(scene: Scene, size: Size): Promise<Check[]>;
}

interface Definition<S> extends Omit<Fault, "run"> {
  /** `short` is for `npm test`, and for showing that it goes red. */
  sizes: Record<Size, S>;
  run(scene: Scene, size: S): Promise<Check[]>;
}

export function fault<S>({ sizes, run, ...rest }: Definition<S>): Fault {
  return { ...rest, run: (scene, size) => run(scene, sizes[size]) };
}

export const none = (what: string, measured: number): Check => exactly(what, measured, 0);

export const exactly = (what: string, measured: number, expected: number): Check => ({
  what,
  measured: String(measured),
  bound: `= ${expected}`,
  holds: measured === expected,
});

/** @param unit stands behind both numbers */
export const atMost = (what: string, measured: number, limit: number, unit = ""): Check => ({
  what,
  measured: rounded(measured) + unit,
  bound: `≤ ${rounded(limit)}${unit}`,
  holds: measured <= limit,
});

export const atLeast = (what: string, measured: number, limit: number, unit = ""): Check => ({
  what,
  measured: rounded(measured) + unit,
  bound: `≥ ${rounded(limit)}${unit}`,
  holds: measured >= limit,
});

/** A number to compare with, that bounds nothing. */
export const shown = (what: string, measured: number, unit = ""): Check => ({
  what,
  measured: rounded(measured) + unit,
  bound: "for comparison",
  holds: true,
});

const rounded = (value: number) => String(Math.round(value * 100) / 100);
