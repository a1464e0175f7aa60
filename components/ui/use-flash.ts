"use client";

import { useState } from "react";

/** Spread on a row: it flashes once each time its `version` becomes another. */
export function useFlash(version: string) {
  const [seen, setSeen] = useState(version);
  const [flash, setFlash] = useState(false);
  if (version !== seen) {
    setSeen(version);
    setFlash(true);
  }
  return { flash, onAnimationEnd: () => setFlash(false) };
}
