"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { eventTypesQuery } from "@/components/events/queries";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MultiSelect } from "@/components/ui/multi-select";
import { Select } from "@/components/ui/select";
import { kindOf, numberOf, type RuleDraft } from "./rule-draft";

export interface RuleFieldsProps {
  draft: RuleDraft;
  onChange: (changes: Partial<RuleDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** The settings of the kind that is chosen. */
export function ConditionFields({ draft, onChange, errorOf }: RuleFieldsProps) {
  const t = useTranslations("alerts");
  const types = useQuery(eventTypesQuery()).data ?? [];
  const options = types.map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      {draft.kind === "event_type_failing" && (
        <Field label={t("rule.eventType")} error={errorOf("eventType")}>
          {(control) => (
            <Select
              {...control}
              options={options}
              value={draft.eventType || undefined}
              placeholder={t("rule.choose")}
              onValueChange={(eventType) => onChange({ eventType })}
            />
          )}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        {kindOf(draft.kind).settings.map((setting) => (
          <Field
            key={setting.name}
            label={t(`settings.${setting.label}`)}
            hint={setting.hint && t(`settings.${setting.hint}`)}
            error={errorOf(setting.name)}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                value={numberOf(draft, setting)}
                onChange={({ target }) => onChange({ numbers: { ...draft.numbers, [setting.name]: target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      {draft.kind === "silence" && (
        <div className="flex flex-col items-start gap-1">
          <MultiSelect
            label={t("rule.eventTypes")}
            options={options}
            value={draft.eventTypes}
            onValueChange={(eventTypes) => onChange({ eventTypes })}
          />
          {errorOf("eventTypes") && <p className="text-sm text-bad">{errorOf("eventTypes")}</p>}
        </div>
      )}
    </>
  );
}
