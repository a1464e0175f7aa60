"use client";

import { useMessages } from "use-intl";
import { useMemo } from "react";
import type { EventType } from "@/lib/core/event-type";

/** Says the words of the built-in catalogue in the reader's language; an account's own stay as they were written. */
export function useCatalogueWords() {
  const { catalogue } = useMessages();
  return useMemo(() => {
    const words = (text: string) => catalogue[text] ?? text;
    const ofType = <Type extends EventType>(type: Type): Type =>
      type.isBuiltIn
        ? {
            ...type,
            group: words(type.group),
            description: words(type.description),
            useCases: type.useCases.map(words),
          }
        : type;
    return { words, ofType };
  }, [catalogue]);
}
