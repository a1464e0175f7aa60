"use client";

import { useEffect, useState } from "react";

const TICK_MS = 100;

/** Seconds since it appeared, for waiting that should be seen: "1.2 s". */
export function Elapsed() {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>{((ticks * TICK_MS) / 1000).toFixed(1)} s</span>;
}
