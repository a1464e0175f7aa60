"use client";

import clsx from "clsx";
import { useSyncExternalStore } from "react";
import { subscribeToTicks } from "@/components/ui/ticker";
import { useFormats } from "@/components/ui/use-formats";
import { useHydrated } from "@/components/ui/use-hydrated";

export interface TimeProps {
  value: Date | string | number;
  format?: "relative" | "exact" | "clock" | "date" | undefined;
  /** On hover to the millisecond, for what is compared with a receiver's log. */
  millis?: boolean | undefined;
  className?: string | undefined;
}

/** The server, which can't know the reader's zone or clock, says it in UTC; the browser takes over. */
export function Time({ value, format = "relative", millis = false, className }: TimeProps) {
  const at = new Date(value).getTime();
  const hydrated = useHydrated();
  const formats = useFormats();
  const formatTitle = millis ? formats.millis : formats.exact;
  const text = useSyncExternalStore(
    format === "relative" ? subscribeToTicks : subscribeToNothing,
    () => (format === "relative" ? formats.relative(at, Date.now()) : formats[format](at)),
    () => (format === "relative" ? formats.date(at, "UTC") : formats[format](at, "UTC")),
  );
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatTitle(at, hydrated ? undefined : "UTC")}
      className={clsx("whitespace-nowrap", className)}
    >
      {text}
    </time>
  );
}

const subscribeToNothing = () => () => undefined;
