"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { alertRulesApi, ApiError } from "@/lib/api-client";
import type { AlertRule } from "@/lib/core/alert-rule";
import { ConditionFields } from "./condition-fields";
import { alertSettingsQuery, ALERT_RULES_KEY } from "./queries";
import { ChannelFields } from "./channel-fields";
import { draftOf, fieldOf, inputOf, kindOf, RULE_KINDS, type RuleKind } from "./rule-draft";
import { WebhookChoice } from "./webhook-choice";

interface Props {
  /** The rule that is edited; without it, one is created. */
  rule?: AlertRule | undefined;
  onClose: () => void;
}

/** What to look for, where, and who is told. What is wrong with it the server says, field by field. */
export function RuleDialog({ rule, onClose }: Props) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const settings = useQuery(alertSettingsQuery());
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => (rule ? alertRulesApi.update(rule.id, inputOf(draft)) : alertRulesApi.create(inputOf(draft))),
    onSuccess: async () => {
      toast.success(rule ? "Saved." : "It is being watched from now on.");
      onClose();
      await queryClient.invalidateQueries({ queryKey: ALERT_RULES_KEY });
    },
  });
  const errors = error instanceof ApiError ? Object.entries(error.fields) : [];
  const errorOf = (field: string) => errors.find(([name]) => fieldOf(name) === field)?.[1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={onClose}
      title={rule ? `Edit ${rule.title}` : "Create an alert rule"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="alert-rule" variant="primary" busy={isPending}>
            {rule ? "Save changes" : "Create rule"}
          </Button>
        </>
      }
    >
      <form id="alert-rule" noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {error && errors.length === 0 && (
          <Banner tone="bad" title="It could not be saved" live>
            {error.message}
          </Banner>
        )}
        <Field label="What to look for" hint={kindOf(draft.kind).hint} error={errorOf("kind")}>
          {(control) => (
            <Select
              {...control}
              options={RULE_KINDS.map(({ kind, label }) => ({ value: kind, label }))}
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
          label="Title"
          optional
          hint={`Stands in messages; “${kindOf(draft.kind).label}” if left empty.`}
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
      </form>
    </Dialog>
  );
}
