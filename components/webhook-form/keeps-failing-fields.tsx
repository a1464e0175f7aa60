"use client";

import { Controller, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { messageIn } from "@/components/form-errors";
import { useDisabling } from "@/components/health/use-disabling";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PATIENT, type DisableSpans } from "@/lib/core/auto-disable";
import type { AutoDisable } from "@/lib/core/auto-disable-schema";
import { AUTO_DISABLE_PRESETS } from "@/lib/core/auto-disable-limits";
import { autoDisableWords, spanProblems } from "@/lib/core/auto-disable-words";
import { SpanField } from "@/components/webhooks/span-field";
import type { FormPart } from "./webhook-form-type";

const ACCOUNTS = "account";
const OWN = "own";

/** When a webhook that only fails is disabled, and whether it comes back by itself. */
export function KeepsFailingFields({ form }: FormPart) {
  const t = useTranslations("form");
  const [format, autoDisable = null] = useWatch({ control: form.control, name: ["format", "autoDisable"] });
  const { autoDisable: accounts } = useDisabling({ format });
  const isOwn = autoDisable !== null && !("preset" in autoDisable);
  const inForce = autoDisable ?? accounts;
  const { errors } = form.formState;
  const problems = isOwn ? spanProblems(t, autoDisable) : {};
  // What the spans' own fields say needn't be said twice.
  const error = Object.keys(problems).length > 0 ? undefined : messageIn(errors.autoDisable);
  return (
    <>
      <Field
        label={t("failing.label")}
        hint={(inForce && autoDisableWords(t, inForce)) ?? t("failing.hint")}
        error={error}
      >
        {(control) => (
          <Controller
            control={form.control}
            name="autoDisable"
            render={({ field }) => (
              <Select
                {...control}
                options={[
                  {
                    value: ACCOUNTS as typeof ACCOUNTS,
                    label: accounts
                      ? t("failing.accountsIs", {
                          what: "preset" in accounts ? t(`failing.${accounts.preset}`) : t("failing.timesOfItsOwn"),
                        })
                      : t("failing.accounts"),
                    hint: accounts && autoDisableWords(t, accounts),
                  },
                  ...AUTO_DISABLE_PRESETS.map((preset) => ({
                    value: preset,
                    label: t(`failing.${preset}`),
                    hint: autoDisableWords(t, { preset }),
                  })),
                  { value: OWN as typeof OWN, label: t("failing.ownTimes") },
                ]}
                value={choiceOf(autoDisable)}
                onValueChange={(choice) => {
                  if (choice === ACCOUNTS) field.onChange(null);
                  else field.onChange(choice === OWN ? spansOf(inForce) : { preset: choice });
                }}
              />
            )}
          />
        )}
      </Field>
      {isOwn && (
        <Controller
          control={form.control}
          name="autoDisable"
          render={({ field }) => (
            <div className="grid gap-4 sm:grid-cols-2">
              <SpanField
                ref={field.ref}
                label={t("failing.warnAfter")}
                hint={t("failing.warnHint")}
                error={problems.noticeAfterSeconds}
                seconds={autoDisable.noticeAfterSeconds}
                onChange={(noticeAfterSeconds) => field.onChange({ ...autoDisable, noticeAfterSeconds })}
              />
              <SpanField
                label={t("failing.disableAfter")}
                hint={t("failing.disableHint")}
                error={problems.disableAfterSeconds}
                seconds={autoDisable.disableAfterSeconds}
                onChange={(disableAfterSeconds) => field.onChange({ ...autoDisable, disableAfterSeconds })}
              />
            </div>
          )}
        />
      )}
      <AutoRecoverField form={form} />
    </>
  );
}

type Choice = typeof ACCOUNTS | typeof OWN | (typeof AUTO_DISABLE_PRESETS)[number];

function choiceOf(autoDisable: AutoDisable | null): Choice {
  if (autoDisable === null) return ACCOUNTS;
  return "preset" in autoDisable ? autoDisable.preset : OWN;
}

/** What own times begin with: those in force, so that nothing changes before they do. */
const spansOf = (policy: AutoDisable | undefined): DisableSpans => (!policy || "preset" in policy ? PATIENT : policy);

const RECOVERY = ["account", "on", "off"] as const;

function AutoRecoverField({ form }: FormPart) {
  const t = useTranslations("form.failing");
  const { autoRecover: accounts } = useDisabling({});
  const option = {
    account: accounts === undefined ? t("accounts") : t("accountsIs", { what: t(accounts ? "on" : "isOff") }),
    on: t("recoveryOn"),
    off: t("recoveryOff"),
  };
  return (
    <Field label={t("recovery")} hint={t("recoveryHint")} error={form.formState.errors.autoRecover?.message}>
      {(control) => (
        <Controller
          control={form.control}
          name="autoRecover"
          render={({ field }) => (
            <Select
              {...control}
              options={RECOVERY.map((value) => ({ value, label: option[value] }))}
              value={field.value === null || field.value === undefined ? "account" : onOff(field.value)}
              onValueChange={(choice) => field.onChange(choice === "account" ? null : choice === "on")}
            />
          )}
        />
      )}
    </Field>
  );
}

const onOff = (isOn: boolean) => (isOn ? "on" : "off");
