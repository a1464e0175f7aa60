"use client";

import clsx from "clsx";
import { useId, type ReactNode } from "react";

export interface RadioOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
}

export interface RadioGroupProps<Value extends string = string> {
  label: ReactNode;
  options: readonly RadioOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
}

/** A few choices that are all worth reading before one is made. */
export function RadioGroup<Value extends string>({ label, options, value, onValueChange }: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "flex items-start gap-2 rounded-md border px-3 py-2",
            option.value === value ? "border-accent bg-accent-soft" : "hover:bg-bg",
          )}
        >
          <span className="grid h-5 place-items-center">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="m-0 size-4 accent-accent"
            />
          </span>
          <span className="min-w-0">
            {option.label}
            {option.hint && <span className="block text-sm text-ink-2">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
