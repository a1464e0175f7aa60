"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { toast } from "sonner";
import { DISABLING_LABELS } from "@/components/health/disabling-labels";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { disablingQuery } from "@/components/webhooks/queries";
import { SpanField } from "@/components/webhooks/span-field";
import { disablingApi } from "@/lib/api-client";
import { AUTO_DISABLE_PRESETS, PATIENT, type AutoDisable } from "@/lib/core/auto-disable";
import type { Translate } from "@/lib/core/messages/translate";
import { autoDisableWords, spanProblems } from "@/lib/core/auto-disable-words";
import type { Disabling } from "@/lib/core/disabling";

const BY_FORMAT = "format";
const OWN = "own";
type Choice = typeof BY_FORMAT | typeof OWN | (typeof AUTO_DISABLE_PRESETS)[number];

const optionsIn = (t: Translate<"form">): { value: Choice; label: string; hint?: string | undefined }[] => [
  { value: BY_FORMAT, label: "By format", hint: "Sidecar-like for webhooks of that format, patient for the others." },
  ...AUTO_DISABLE_PRESETS.map((preset) => ({
    value: preset,
    label: DISABLING_LABELS[preset],
    hint: autoDisableWords(t, { preset }),
  })),
  { value: OWN, label: "Times of my own" },
];

/** For every webhook that doesn't say itself. */
export function DisablingForm({ disabling }: { disabling: Disabling }) {
  const t = useTranslations("form");
  const options = optionsIn(t);
  const queryClient = useQueryClient();
  const [policy, setPolicy] = useState(disabling.autoDisable);
  const [autoRecover, setAutoRecover] = useState(disabling.autoRecover);
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => disablingApi.update({ autoDisable: policy, autoRecover }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(disablingQuery().queryKey, saved);
      toast.success("Saved. Nobody is disabled by it without a warning.");
      await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  const spans = policy !== null && !("preset" in policy) ? policy : undefined;
  const problems = spans ? spanProblems(t, spans) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problems).length === 0) mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-prose flex-col gap-4">
      {error && <Banner tone="bad" title={error.message} live />}
      <Field label="It is disabled" hint={policy ? autoDisableWords(t, policy) : options[0]?.hint}>
        {(control) => (
          <Select
            {...control}
            options={options}
            value={choiceOf(policy)}
            onValueChange={(choice) => setPolicy(policyOf(choice))}
          />
        )}
      </Field>
      {spans && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SpanField
            label="Warn after"
            hint="Of nothing but failures."
            error={problems.noticeAfterSeconds}
            seconds={spans.noticeAfterSeconds}
            onChange={(noticeAfterSeconds) => setPolicy({ ...spans, noticeAfterSeconds })}
          />
          <SpanField
            label="Disable after"
            hint="Since it began to fail."
            error={problems.disableAfterSeconds}
            seconds={spans.disableAfterSeconds}
            onChange={(disableAfterSeconds) => setPolicy({ ...spans, disableAfterSeconds })}
          />
        </div>
      )}
      <Checkbox
        label="Auto-recovery"
        hint="One held delivery is tried every 15 min. When that succeeds, the webhook is resumed."
        checked={autoRecover}
        onChange={({ target }) => setAutoRecover(target.checked)}
      />
      <p className="text-sm text-ink-3">A webhook’s own settings come before these.</p>
      <div>
        <Button type="submit" busy={isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function choiceOf(policy: AutoDisable | null): Choice {
  if (policy === null) return BY_FORMAT;
  return "preset" in policy ? policy.preset : OWN;
}

function policyOf(choice: Choice): AutoDisable | null {
  if (choice === BY_FORMAT) return null;
  return choice === OWN ? PATIENT : { preset: choice };
}
