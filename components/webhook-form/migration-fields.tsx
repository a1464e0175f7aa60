"use client";

import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn } from "@/components/form-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { clash, DEFAULT_FORMAT, FORMAT_NAMES, FORMATS } from "@/lib/core/formats";
import type { FormPart } from "./webhook-form-type";

const NONE = "none";
const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Two formats side by side, so that a receiver can change from one to the other. */
export function MigrationFields({ form }: FormPart) {
  const t = useTranslations("form");
  const [format = DEFAULT_FORMAT, alsoSign] = useWatch({ control: form.control, name: ["format", "alsoSign"] });
  const others = FORMAT_NAMES.filter((name) => clash(format, name).length === 0 || name === alsoSign?.format);
  const options = [
    { value: NONE as typeof NONE, label: t("migration.none") },
    ...others.map((name) => ({ value: name, label: FORMATS[name].label, hint: t(`format.${name}.description`) })),
  ];
  return (
    <Controller
      control={form.control}
      name="alsoSign"
      render={({ field, fieldState }) => (
        <>
          <Field
            label={t("migration.label")}
            hint={t("migration.hint")}
            error={alsoSign ? undefined : messageIn(fieldState.error)}
          >
            {(control) => (
              <Select
                {...control}
                options={options}
                value={alsoSign?.format ?? NONE}
                onValueChange={(name) => {
                  const until = alsoSign?.until ?? endOfDay(isoDay(new Date(Date.now() + DEFAULT_DAYS * DAY_MS)));
                  field.onChange(name === NONE ? null : { format: name, until });
                }}
              />
            )}
          </Field>
          {alsoSign && (
            <Field label={t("migration.until")} hint={t("migration.untilHint")} error={messageIn(fieldState.error)}>
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  required
                  value={alsoSign.until.slice(0, 10)}
                  onChange={(event) => field.onChange({ ...alsoSign, until: endOfDay(event.target.value) })}
                />
              )}
            </Field>
          )}
        </>
      )}
    />
  );
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const endOfDay = (day: string) => (day ? `${day}T23:59:59Z` : "");
