import clsx from "clsx";
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "@/components/ui/field-error";

/** What ties a control to its label, hint and error: spread it on the control. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean | undefined;
  /** A small link or button at the end of the label's line. */
  aside?: ReactNode;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

export function Field({ label, hint, error, optional = false, aside, className, children }: FieldProps) {
  const t = useTranslations("ui");
  const id = useId();
  const errorId = error ? `${id}-error` : undefined;
  // In the hint's place: a line more would move the button that is just being pressed away from the pointer.
  const hintId = hint && !error ? `${id}-hint` : undefined;
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
          {optional && <span className="font-normal text-ink-3"> {t("optional")}</span>}
        </label>
        {aside && <div className="text-sm text-ink-3">{aside}</div>}
      </div>
      {children({
        id,
        "aria-describedby": clsx(errorId, hintId) || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hintId && (
        <p id={hintId} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
