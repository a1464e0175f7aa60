"use client";

import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import { useCallback, type ComponentProps, type ReactNode, type Ref } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  indeterminate?: boolean | undefined;
  /** Without it, give `aria-label` or wrap it in a Field. */
  label?: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ indeterminate = false, label, hint, className, ref, ...props }: CheckboxProps) {
  const attach = useCallback(
    (input: HTMLInputElement | null) => {
      if (input) input.indeterminate = indeterminate;
      return pass(ref, input);
    },
    [indeterminate, ref],
  );
  const box = (
    <span className="hit relative isolate inline-grid size-4 shrink-0 place-items-center">
      <input {...props} ref={attach} type="checkbox" className={clsx(boxClasses, "peer")} />
      <Check
        aria-hidden
        strokeWidth={3}
        className={clsx(markClasses, "peer-checked:block peer-indeterminate:hidden")}
      />
      <Minus aria-hidden strokeWidth={3} className={clsx(markClasses, "peer-indeterminate:block")} />
    </span>
  );
  // A label all the same: what a finger can hit is wider than the input.
  if (!label) return <label className={clsx("inline-grid align-middle", className)}>{box}</label>;
  return (
    <label className={clsx("flex items-start gap-2 has-disabled:opacity-50", className)}>
      <span className="grid h-5 place-items-center">{box}</span>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}

function pass(ref: Ref<HTMLInputElement> | undefined, input: HTMLInputElement | null) {
  if (typeof ref === "function") return ref(input);
  if (ref) ref.current = input;
  return undefined;
}

const boxClasses = clsx(
  "absolute inset-0 z-10 m-0 size-4 appearance-none rounded-sm border border-line-control bg-panel transition-colors",
  "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50",
);

const markClasses = "pointer-events-none relative z-10 hidden size-3 text-panel";
