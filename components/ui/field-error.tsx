import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  id?: string | undefined;
  /** Read out when it appears; a control that takes the focus tells of its error anyway. */
  live?: boolean | undefined;
  children: ReactNode;
}

/** What is wrong with a field, under it. */
export function FieldError({ id, live = false, children }: Props) {
  return (
    <p id={id} role={live ? "alert" : undefined} className="flex gap-1 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}
