"use client";

import { useEffect, useEffectEvent, useRef } from "react";

/** So long after `g` the next key still belongs to it. */
const SEQUENCE_MS = 1_500;

interface Keys {
  onPalette: () => void;
  onHelp: () => void;
  /** `g`, then this key. */
  onGo: (key: string) => void;
}

/** ⌘K or Ctrl+K, `?`, and `g` with a letter. They rest in fields and menus, and while a dialog is open. */
export function useKeys({ onPalette, onHelp, onGo }: Keys): void {
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isPageCovered()) return;
    if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      onPalette();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || isText(event.target)) return;
    const isAfterG = event.timeStamp - wentAt.current < SEQUENCE_MS;
    wentAt.current = Number.NEGATIVE_INFINITY;
    if (isAfterG) onGo(event.key);
    else if (event.key === "?") onHelp();
    else if (event.key === "g") wentAt.current = event.timeStamp;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** Where letters are text, or pick an option. */
const isText = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=textbox]") !==
    null;

/** What covers the page hides it from assistive technology. What is in a dialog would be lost by going elsewhere. */
const isPageCovered = () => document.getElementById("main")?.closest("[aria-hidden=true], [inert]") !== null;
