"use client";

import { useEffect, useState } from "react";
import { useFormats } from "@/components/ui/use-formats";

const TICK_MS = 100;

/** Time since it appeared, for waiting that should be seen: "1.2 s". */
export function Elapsed() {
  const [ms, setMs] = useState(0);
  const { duration } = useFormats();
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setMs(performance.now() - begun), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>{duration(ms)}</span>;
}

export function useIsLate(afterMs: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isLate;
}
