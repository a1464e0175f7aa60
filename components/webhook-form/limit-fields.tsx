"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DEFAULT_CONCURRENCY } from "@/lib/core/webhook-defaults";
import { numberOrNull, orNull, type FormPart } from "./webhook-form-type";

/** How many at once, how many a second, and which one after another. */
export function LimitFields({ form }: FormPart) {
  const t = useTranslations("form.limits");
  const { errors } = form.formState;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("concurrency")} hint={t("concurrencyHint")} error={errors.concurrency?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register("concurrency", { setValueAs: (text) => numberOrNull(text) ?? DEFAULT_CONCURRENCY })}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t("rate")} optional hint={t("rateHint")} error={errors.ratePerSecond?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register("ratePerSecond", { setValueAs: numberOrNull })}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <Field label={t("order")} optional hint={t("orderHint")} error={errors.orderBy?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register("orderBy", { setValueAs: orNull })}
            mono
            autoComplete="off"
            placeholder="data.contact"
            spellCheck={false}
          />
        )}
      </Field>
    </>
  );
}
