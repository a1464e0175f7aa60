"use client";

import { useState, type ReactNode, type Ref } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const UNITS = [
  { value: "86400", name: "days" },
  { value: "3600", name: "hours" },
  { value: "60", name: "minutes" },
  { value: "1", name: "seconds" },
] as const;
type Unit = (typeof UNITS)[number]["value"];

interface Props {
  label: string;
  hint: ReactNode;
  error?: string | undefined;
  seconds: number;
  /** NaN for what can't be read. */
  onChange: (seconds: number) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A span of time: a whole number and its unit. */
export function SpanField({ label, hint, error, seconds, onChange, ref }: Props) {
  const t = useTranslations("form.span");
  const [unit, setUnit] = useState(() => unitOf(seconds));
  const [text, setText] = useState(() => String(seconds / Number(unit)));
  const change = (nextText: string, nextUnit: Unit) => {
    setText(nextText);
    setUnit(nextUnit);
    onChange(/^\d+$/.test(nextText.trim()) ? Number(nextText) * Number(nextUnit) : Number.NaN);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            ref={ref}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={({ target }) => change(target.value, unit)}
          />
          <Select
            aria-label={t("unitOf", { label })}
            className="max-w-28"
            options={UNITS.map(({ value, name }) => ({ value, label: t(name) }))}
            value={unit}
            onValueChange={(next) => change(text, next)}
          />
        </div>
      )}
    </Field>
  );
}

/** The largest that it is a whole number of. */
const unitOf = (seconds: number): Unit => UNITS.find(({ value }) => seconds % Number(value) === 0)?.value ?? "1";
