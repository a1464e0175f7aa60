"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

export interface FormFieldsProps {
  className?: string | undefined;
  children: ReactNode;
}

/**
 * Opens a form once the page can keep what is typed: before that it would be overwritten, a submit would leave the
 * page, and what was unfolded would close. Then focuses what has `data-autofocus`.
 */
export function FormFields({ className, children }: FormFieldsProps) {
  const hydrated = useHydrated();
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (hydrated) fields.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, [hydrated]);
  return (
    <fieldset
      ref={fields}
      disabled={!hydrated}
      inert={!hydrated}
      data-opening={!hydrated || undefined}
      className={className ?? "contents"}
    >
      {children}
    </fieldset>
  );
}
