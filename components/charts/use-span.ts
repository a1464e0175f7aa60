"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useSyncExternalStore } from "react";
import { subscribeToTicks } from "@/components/ui/ticker";
import { customSpan, RANGE_NAMES, spanOfRange, type RangeName, type Span } from "./span";

const PARAMETERS = {
  range: parseAsStringLiteral(RANGE_NAMES),
  from: parseAsString,
  to: parseAsString,
};
const DEFAULT_RANGE: RangeName = "24h";
const MINUTE_MS = 60_000;

export interface ChosenSpan {
  span: Span;
  /** Undefined for a span of one's own. */
  range: RangeName | undefined;
  now: number;
  chooseRange: (range: RangeName) => void;
  chooseSpan: (span: Pick<Span, "from" | "to">) => void;
}

/** The span that charts show: it lives in the URL, so that Back zooms out, and a link shows what its sender saw. */
export function useSpan(): ChosenSpan {
  const [{ range, from, to }, set] = useQueryStates(PARAMETERS, { history: "push" });
  const now = useSyncExternalStore(subscribeToTicks, thisMinute, thisMinute);
  const custom = from && to ? customSpan(Date.parse(from), Date.parse(to), now) : undefined;
  const name = range ?? DEFAULT_RANGE;
  return {
    span: custom ?? spanOfRange(name, now),
    range: custom ? undefined : name,
    now,
    chooseRange: (chosen) => void set({ range: chosen === DEFAULT_RANGE ? null : chosen, from: null, to: null }),
    chooseSpan: (chosen) =>
      void set({ range: null, from: new Date(chosen.from).toISOString(), to: new Date(chosen.to).toISOString() }),
  };
}

const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
