/** What the debugger takes, and what each of its steps says. */
import type { HeaderPairs } from "../attempt";
import type { FormatName } from "../formats";

export interface DebugInput {
  format: FormatName;
  headers: HeaderPairs;
  body: string;
  /** Of a format that sends an Authorization value: that value. */
  secret: string;
  /** What the receiver's own code came to; empty where it isn't known. */
  computed?: string | undefined;
  /** What was really sent, where it is known. */
  sentBody?: string | undefined;
  now: Date;
}

export const STEP_NAMES = ["secret", "header", "encoding", "time", "body", "signature", "computed"] as const;
export type StepName = (typeof STEP_NAMES)[number];

export interface Step {
  name: StepName;
  result: "ok" | "warn" | "bad";
  /** Which of the screen's messages, and what to put into it. */
  finding: string;
  values?: Record<string, string | number>;
}

export const step = (
  name: StepName,
  result: Step["result"],
  finding: string,
  values?: Record<string, string | number>,
): Step => ({ name, result, finding, ...(values ? { values } : {}) });

export function headerValue(headers: HeaderPairs, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** @returns the index of the first character that differs; undefined where they are the same */
export function firstDifference(one: string, other: string): number | undefined {
  if (one === other) return undefined;
  let index = 0;
  while (one[index] === other[index]) index += 1;
  return index;
}

/** A little of the text around an index, control characters to be seen. */
export function around(text: string, index: number): string {
  const from = Math.max(0, index - 12);
  const cut = text.slice(from, index + 12);
  return (from > 0 ? "…" : "") + JSON.stringify(cut).slice(1, -1) + (index + 12 < text.length ? "…" : "");
}
