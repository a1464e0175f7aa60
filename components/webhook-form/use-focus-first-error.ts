"use client";

import { useEffect, useRef, type RefObject } from "react";

const WRONG = '[aria-invalid="true"], [data-invalid="true"]';
const FIELDS = "input, textarea, button";

/** After a submit that was refused, by the form or by the server, the topmost wrong field has the focus. */
export function useFocusFirstError(submitCount: number, hasErrors: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef(submitCount);
  useEffect(() => {
    if (seen.current === submitCount) return;
    seen.current = submitCount;
    if (!hasErrors) return;
    const wrong = form.current?.querySelector<HTMLElement>(WRONG);
    const field = wrong?.matches(FIELDS) ? wrong : wrong?.querySelector<HTMLElement>(FIELDS);
    field?.focus();
  }, [submitCount, hasErrors]);
  return form;
}
