"use client";

import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { messageIn } from "@/components/form-errors";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FORMAT_NAMES, FORMATS } from "@/lib/core/formats";
import { RETRY_PRESETS, type RetryPreset } from "@/lib/core/retry";
import { formatSeconds, parseDelays } from "@/lib/core/schedule";
import type { FormPart } from "./webhook-form-type";

const OWN = "own";
const inWords = (delays: readonly number[]) => delays.map(formatSeconds).join(", ");

const OPTIONS = [
  ...(Object.keys(RETRY_PRESETS) as RetryPreset[]).map((preset) => ({
    value: preset,
    label: inWords(RETRY_PRESETS[preset]),
    hint: FORMAT_NAMES.filter((name) => FORMATS[name].retry === preset)
      .map((name) => FORMATS[name].label)
      .join(", "),
  })),
  { value: OWN as typeof OWN, label: "Delays of my own" },
];

/** A documented schedule, or a list of delays. */
export function RetryField({ form }: FormPart) {
  const retry = useWatch({ control: form.control, name: "retry" });
  const preset = retry && "preset" in retry ? retry.preset : null;
  return (
    <>
      <Field label="Retries" hint="Waiting times after a failed attempt.">
        {(control) => (
          <Controller
            control={form.control}
            name="retry"
            render={({ field }) => (
              <Select
                {...control}
                options={OPTIONS}
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
    </>
  );
}

function OwnDelays({ form }: FormPart) {
  const retry = form.getValues("retry");
  const [text, setText] = useState(() => inWords(retry && "delaysSeconds" in retry ? retry.delaysSeconds : []));
  const isUnread = parseDelays(text) === undefined;
  return (
    <Controller
      control={form.control}
      name="retry"
      render={({ field, fieldState }) => (
        <Field
          label="Delays"
          hint="Commas between, like 5 s, 30 s, 2 min, 1 h. Leave it empty for no retries."
          error={isUnread ? "Write delays like 5 s, 30 s, 2 min." : messageIn(fieldState.error)}
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
