"use client";

import { useSyncExternalStore } from "react";
import { LANGUAGE_NAMES, type LanguageName } from "./snippets";

const KEY = "language-of-code";
const [FIRST] = LANGUAGE_NAMES;

const listeners = new Set<() => void>();
/** Also where the browser keeps nothing. */
let chosen: LanguageName | undefined;

/** The language that code is shown in: chosen once, for all blocks of all pages, and for the next visit. */
export function useLanguage(): [LanguageName, (language: LanguageName) => void] {
  return [useSyncExternalStore(subscribe, read, () => FIRST), choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): LanguageName {
  return (chosen ??= LANGUAGE_NAMES.find((name) => name === stored()) ?? FIRST);
}

function choose(language: LanguageName): void {
  chosen = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is full or switched off: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
