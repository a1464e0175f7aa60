"use client";

import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn } from "@/components/form-errors";
import { useDisabling } from "@/components/health/use-disabling";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { autoDisableWords } from "@/lib/core/auto-disable-words";
import { isOwnPolicy, policyWords } from "@/lib/core/policy-words";
import { formatSeconds } from "@/lib/core/schedule";
import { DEFAULT_TIMEOUT_MS } from "@/lib/core/webhook-defaults";
import { HeaderRows } from "./header-rows";
import { KeepsFailingFields } from "./keeps-failing-fields";
import { LimitFields } from "./limit-fields";
import { MigrationFields } from "./migration-fields";
import { RetryField } from "./retry-field";
import type { FormPart } from "./webhook-form-type";

const TIMEOUTS_MS = [1000, 2000, 5000, 10_000, 15_000, 30_000];

interface Props extends FormPart {
  isNew: boolean;
}

/** How deliveries are made: closed until wanted, wrong or set before, its present values said in a line. */
export function DeliveryPolicyFields({ form, isNew }: Props) {
  const t = useTranslations("form");
  const [isOpen, setIsOpen] = useState(() => !isNew && isOwnPolicy(form.getValues()));
  const [retry, timeoutMs = DEFAULT_TIMEOUT_MS, concurrency, ratePerSecond, orderBy, headers, alsoSign] = useWatch({
    control: form.control,
    name: ["retry", "timeoutMs", "concurrency", "ratePerSecond", "orderBy", "headers", "alsoSign"],
  });
  const words = policyWords(t, { retry, timeoutMs, concurrency, ratePerSecond, orderBy, headers, alsoSign });
  const [format, autoDisable] = useWatch({ control: form.control, name: ["format", "autoDisable"] });
  const disabling = useDisabling({ format, autoDisable }).autoDisable;
  const disablingWords = disabling && autoDisableWords(t, disabling);
  const { errors } = form.formState;
  const isWrong = [
    errors.retry,
    errors.concurrency,
    errors.ratePerSecond,
    errors.orderBy,
    errors.headers,
    errors.alsoSign,
    errors.autoDisable,
    errors.autoRecover,
  ].some((error) => error !== undefined);
  const timeouts = [...new Set([...TIMEOUTS_MS, timeoutMs])].toSorted((a, b) => a - b);
  return (
    <details open={isOpen || isWrong} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="rounded-sm">
        <h2 className="inline text-lg font-semibold">{t("how")}</h2>
        <span className="ml-2 text-ink-2">{[...words, ...(disablingWords ? [disablingWords] : [])].join(" ")}</span>
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <RetryField form={form} />
        <Field label={t("timeout.label")} hint={t("timeout.hint")}>
          {(control) => (
            <Controller
              control={form.control}
              name="timeoutMs"
              render={({ field }) => (
                <Select
                  {...control}
                  options={timeouts.map((ms) => ({ value: String(ms), label: formatSeconds(ms / 1000) }))}
                  value={String(timeoutMs)}
                  onValueChange={(value) => field.onChange(Number(value))}
                />
              )}
            />
          )}
        </Field>
        <LimitFields form={form} />
        <KeepsFailingFields form={form} />
        <Controller
          control={form.control}
          name="headers"
          render={({ field, fieldState }) => (
            <HeaderRows value={field.value ?? {}} onChange={field.onChange} error={messageIn(fieldState.error)} />
          )}
        />
        <MigrationFields form={form} />
      </div>
    </details>
  );
}
