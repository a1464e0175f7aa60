"use client";

import { useState } from "react";

/** Spread on a row: it flashes once each time its `version` becomes another, and once at the start where it `isNew`. */
export function useFlash(version: string, isNew = false) {
  const [seen, setSeen] = useState(version);
  const [flash, setFlash] = useState(isNew);
  if (version !== seen) {
    setSeen(version);
    setFlash(true);
  }
  return { flash, onAnimationEnd: () => setFlash(false) };
}
