"use client";

import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn } from "@/components/form-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FORMAT_NAMES, FORMATS } from "@/lib/core/formats";
import { RETRY_PRESETS, type RetryPreset } from "@/lib/core/retry";
import { formatSeconds, parseDelays } from "@/lib/core/schedule";
import type { CreateWebhookInput } from "@/lib/core/webhook";
import { RetryTimeline } from "./retry-timeline";
import type { FormPart } from "./webhook-form-type";

const OWN = "own";
const inWords = (delays: readonly number[]) => delays.map(formatSeconds).join(", ");

const PRESETS = (Object.keys(RETRY_PRESETS) as RetryPreset[]).map((preset) => ({
  value: preset,
  label: inWords(RETRY_PRESETS[preset]),
  hint: FORMAT_NAMES.filter((name) => FORMATS[name].retry === preset)
    .map((name) => FORMATS[name].label)
    .join(", "),
}));

/** A documented schedule, or a list of delays; and a picture of either. */
export function RetryField({ form }: FormPart) {
  const t = useTranslations("form.retry");
  const retry = useWatch({ control: form.control, name: "retry" });
  const preset = retry && "preset" in retry ? retry.preset : null;
  return (
    <>
      <Field label={t("label")} hint={t("hint")}>
        {(control) => (
          <Controller
            control={form.control}
            name="retry"
            render={({ field }) => (
              <Select
                {...control}
                options={[...PRESETS, { value: OWN as typeof OWN, label: t("own") }]}
                value={preset ?? OWN}
                onValueChange={(value) => {
                  const delaysSeconds = preset ? [...RETRY_PRESETS[preset]] : [];
                  field.onChange(value === OWN ? { delaysSeconds } : { preset: value });
                }}
              />
            )}
          />
        )}
      </Field>
      {!preset && <OwnDelays form={form} />}
      <RetryTimeline delaysSeconds={retry ? delaysIn(retry) : []} />
    </>
  );
}

const delaysIn = (retry: NonNullable<CreateWebhookInput["retry"]>): readonly number[] =>
  "preset" in retry ? RETRY_PRESETS[retry.preset] : retry.delaysSeconds;

function OwnDelays({ form }: FormPart) {
  const t = useTranslations("form.retry");
  const retry = form.getValues("retry");
  const [text, setText] = useState(() => inWords(retry && "delaysSeconds" in retry ? retry.delaysSeconds : []));
  const isUnread = parseDelays(text) === undefined;
  return (
    <Controller
      control={form.control}
      name="retry"
      render={({ field, fieldState }) => (
        <Field
          label={t("delays")}
          hint={t("delaysHint")}
          error={isUnread ? t("delaysProblem") : messageIn(fieldState.error)}
        >
          {(control) => (
            <Input
              {...control}
              ref={field.ref}
              value={text}
              onBlur={field.onBlur}
              onChange={({ target: { value } }) => {
                setText(value);
                // What can't be read is no delay: the form doesn't take it.
                field.onChange({ delaysSeconds: parseDelays(value) ?? [Number.NaN] });
              }}
              autoComplete="off"
            />
          )}
        </Field>
      )}
    />
  );
}
