"use client";

import { useState } from "react";
import { Controller, useWatch, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { delaysOf, RETRY_PRESETS, type RetryPreset } from "@/lib/core/retry";
import { describeSchedule, formatSeconds } from "@/lib/core/schedule";
import { DEFAULT_TIMEOUT_MS, type CreateWebhook, type CreateWebhookInput } from "@/lib/core/webhook";

const PRESETS = (Object.keys(RETRY_PRESETS) as RetryPreset[]).map((preset) => ({
  value: preset,
  label: RETRY_PRESETS[preset].map(formatSeconds).join(", "),
  hint: preset,
}));

const TIMEOUTS_MS = [1000, 2000, 5000, 10_000, 15_000, 30_000];

interface Props {
  form: UseFormReturn<CreateWebhookInput, unknown, CreateWebhook>;
}

/** How deliveries are made: closed until wanted, its present values said in a line. */
export function DeliveryPolicyFields({ form }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [retry, timeoutMs = DEFAULT_TIMEOUT_MS] = useWatch({ control: form.control, name: ["retry", "timeoutMs"] });
  const preset = retry && "preset" in retry ? retry.preset : null;
  const delays = delaysOf({ preset, delaysSeconds: retry && "delaysSeconds" in retry ? retry.delaysSeconds : [] });
  const timeouts = [...new Set([...TIMEOUTS_MS, timeoutMs])].toSorted((a, b) => a - b);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="rounded-sm">
        <h2 className="inline text-lg font-semibold">How</h2>
        <span className="ml-2 text-ink-2">
          {describeSchedule(delays)} Gives up on an answer after {formatSeconds(timeoutMs / 1000)}.
        </span>
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <Field label="Retries" hint="Waiting times after a failed attempt.">
          {(control) => (
            <Controller
              control={form.control}
              name="retry"
              render={({ field }) => (
                <Select
                  {...control}
                  options={preset ? PRESETS : [...PRESETS, { value: "own" as const, label: ownLabel(delays) }]}
                  value={preset ?? "own"}
                  onValueChange={(value) => value !== "own" && field.onChange({ preset: value })}
                />
              )}
            />
          )}
        </Field>
        <Field label="Timeout" hint="How long a receiver may take to answer.">
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
      </div>
    </details>
  );
}

const ownLabel = (delays: readonly number[]) => (delays.length > 0 ? delays.map(formatSeconds).join(", ") : "None");
