"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { disablingQuery } from "@/components/webhooks/queries";
import { SpanField } from "@/components/webhooks/span-field";
import { disablingApi } from "@/lib/api-client/disabling";
import { PATIENT } from "@/lib/core/auto-disable";
import type { AutoDisable } from "@/lib/core/auto-disable-schema";
import { AUTO_DISABLE_PRESETS } from "@/lib/core/auto-disable-limits";
import { autoDisableWords, spanProblems } from "@/lib/core/auto-disable-words";
import type { Disabling } from "@/lib/core/disabling";

const BY_FORMAT = "format";
const OWN = "own";
type Choice = typeof BY_FORMAT | typeof OWN | (typeof AUTO_DISABLE_PRESETS)[number];

/** For every webhook that doesn't say itself. */
export function DisablingForm({ disabling }: { disabling: Disabling }) {
  const t = useTranslations("alerts.disabling");
  const all = useTranslations("alerts");
  const form = useTranslations("form");
  const mayWrite = useMay("webhooks:write");
  const queryClient = useQueryClient();
  const [policy, setPolicy] = useState(disabling.autoDisable);
  const [autoRecover, setAutoRecover] = useState(disabling.autoRecover);
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => disablingApi.update({ autoDisable: policy, autoRecover }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(disablingQuery().queryKey, saved);
      toast.success(t("saved"));
      await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  const spans = policy !== null && !("preset" in policy) ? policy : undefined;
  const problems = spans ? spanProblems(form, spans) : {};
  const options: SelectOption<Choice>[] = [
    { value: BY_FORMAT, label: t("byFormat"), hint: t("byFormatHint") },
    ...AUTO_DISABLE_PRESETS.map((preset) => ({
      value: preset,
      label: form(`failing.${preset}`),
      hint: autoDisableWords(form, { preset }),
    })),
    { value: OWN, label: t("own") },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problems).length === 0) mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-prose flex-col gap-4">
      {error && <Banner tone="bad" title={error.message} live />}
      <Field label={t("label")} hint={policy ? autoDisableWords(form, policy) : t("byFormatHint")}>
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
            label={t("warnAfter")}
            hint={t("warnAfterHint")}
            error={problems.noticeAfterSeconds}
            seconds={spans.noticeAfterSeconds}
            onChange={(noticeAfterSeconds) => setPolicy({ ...spans, noticeAfterSeconds })}
          />
          <SpanField
            label={t("disableAfter")}
            hint={t("disableAfterHint")}
            error={problems.disableAfterSeconds}
            seconds={spans.disableAfterSeconds}
            onChange={(disableAfterSeconds) => setPolicy({ ...spans, disableAfterSeconds })}
          />
        </div>
      )}
      <Checkbox
        label={t("recover")}
        hint={t("recoverHint")}
        checked={autoRecover}
        onChange={({ target }) => setAutoRecover(target.checked)}
      />
      <p className="text-sm text-ink-3">{t("overridden")}</p>
      {mayWrite && (
        <div>
          <Button type="submit" busy={isPending}>
            {all("save")}
          </Button>
        </div>
      )}
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
