"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "@/components/form-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { alertRulesApi } from "@/lib/api-client/alert-rules";
import { ApiError } from "@/lib/api-client/api-error";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ConditionFields } from "./condition-fields";
import { alertSettingsQuery, ALERT_RULES_KEY } from "./queries";
import { ChannelFields } from "./channel-fields";
import { draftOf, fieldOf, inputOf, RULE_KINDS, type RuleKind } from "./rule-draft";
import { WebhookChoice } from "./webhook-choice";

interface Props {
  /** The rule that is edited; without it, one is created. */
  rule?: AlertRule | undefined;
  onClose: () => void;
}

/** What to look for, where, and who is told. What is wrong with it the server says, field by field. */
export function RuleDialog({ rule, onClose }: Props) {
  const t = useTranslations("alerts");
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const settings = useQuery(alertSettingsQuery());
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => {
      const input = inputOf(draft, t(`kinds.${draft.kind}.label`));
      return rule ? alertRulesApi.update(rule.id, input) : alertRulesApi.create(input);
    },
    onSuccess: async () => {
      toast.success(rule ? t("saved") : t("rule.created"));
      onClose();
      await queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY });
    },
  });
  const errors = error instanceof ApiError ? Object.entries(error.fields) : [];
  const errorOf = (field: string) => errors.find(([name]) => fieldOf(name) === field)?.[1];
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  return (
    <FormDialog
      size="lg"
      onClose={onClose}
      onSubmit={mutate}
      isPending={isPending}
      title={rule ? t("rule.editTitle", { title: rule.title }) : t("rule.createTitle")}
      action={rule ? t("rule.save") : t("rules.create")}
      problem={error && errors.length === 0 ? { title: t("notSaved"), children: error.message } : undefined}
    >
      <Field label={t("rule.kind")} hint={t(`kinds.${draft.kind}.hint`)} error={errorOf("kind")}>
        {(control) => (
          <Select
            {...control}
            options={RULE_KINDS.map(({ kind }) => ({ value: kind, label: t(`kinds.${kind}.label`) }))}
            value={draft.kind}
            onValueChange={(kind: RuleKind) => change({ kind })}
          />
        )}
      </Field>
      <ConditionFields draft={draft} onChange={change} errorOf={errorOf} />
      <WebhookChoice
        value={draft.webhookId}
        error={errorOf("webhookId")}
        onChange={(id) => change({ webhookId: id })}
      />
      <Field
        label={t("rule.title")}
        optional
        hint={t("rule.titleHint", { label: t(`kinds.${draft.kind}.label`) })}
        error={errorOf("title")}
      >
        {(control) => (
          <Input
            {...control}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
            autoComplete="off"
          />
        )}
      </Field>
      <ChannelFields
        draft={draft}
        onChange={change}
        errorOf={errorOf}
        hasSlack={rule?.channels.hasSlack ?? false}
        settings={settings.data}
      />
    </FormDialog>
  );
}
