"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DEFAULT_CONCURRENCY } from "@/lib/core/webhook";
import { numberOrNull, orNull, type FormPart } from "./webhook-form-type";

/** How many at once, how many a second, and which one after another. */
export function LimitFields({ form }: FormPart) {
  const { errors } = form.formState;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="At once" hint="Deliveries under way at the same time." error={errors.concurrency?.message}>
          {(control) => (
            <Input
              {...control}
              {...form.register("concurrency", { setValueAs: (text) => numberOrNull(text) ?? DEFAULT_CONCURRENCY })}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label="Per second"
          optional
          hint="At most so many. Empty: no limit."
          error={errors.ratePerSecond?.message}
        >
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
      <Field
        label="In order by"
        optional
        hint="A path into the data, like data.contact. Deliveries with the same value there go one after another."
        error={errors.orderBy?.message}
      >
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
