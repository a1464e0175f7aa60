"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

const RATES = [1, 10, 50, 200, 500];

export const DEFAULT_RATE = 10;

/** How fast: a receiver that is just back is soon down again. */
export function RateField({ value, onValueChange }: { value: number; onValueChange: (rate: number) => void }) {
  const t = useTranslations("logs.redelivery");
  return (
    <Field label={t("pace")} hint={t("paceHint")}>
      {(control) => (
        <Select
          {...control}
          options={RATES.map((rate) => ({ value: String(rate), label: t("rate", { rate }) }))}
          value={String(value)}
          onValueChange={(rate) => onValueChange(Number(rate))}
        />
      )}
    </Field>
  );
}
