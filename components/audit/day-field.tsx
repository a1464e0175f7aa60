"use client";

import clsx from "clsx";
import { useRef } from "react";
import { inputClasses } from "@/components/ui/input";
import { useTypedBefore } from "@/components/ui/use-typed-before";

interface Props {
  label: string;
  /** Like 2026-03-25; empty for none. */
  value: string;
  onValueChange: (day: string) => void;
}

/** A day, as filters look. */
export function DayField({ label, value, onValueChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useTypedBefore(input, value, onValueChange);
  return (
    <label
      className={clsx(inputClasses, "inline-flex h-8 items-center gap-1.5 border-line-strong! pointer-coarse:h-9")}
    >
      <span className="text-ink-3">{label}</span>
      <input
        ref={input}
        type="date"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onValueChange(target.value)}
        className="min-w-0 bg-transparent outline-offset-4"
      />
    </label>
  );
}
