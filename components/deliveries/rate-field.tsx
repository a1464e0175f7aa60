"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const RATES = ["1", "10", "50", "200", "500"].map((value) => ({ value, label: `${value} a second` }));

export const DEFAULT_RATE = 10;

/** How fast: a receiver that is just back is soon down again. */
export function RateField({ value, onValueChange }: { value: number; onValueChange: (rate: number) => void }) {
  return (
    <Field label="Pace" hint="A receiver that has just come back may not take all of it at once.">
      {(control) => (
        <Select
          {...control}
          options={RATES}
          value={String(value)}
          onValueChange={(rate) => onValueChange(Number(rate))}
        />
      )}
    </Field>
  );
}
