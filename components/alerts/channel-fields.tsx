"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { AlertSettings } from "@/lib/core/alert-settings";
import type { RuleFieldsProps } from "./condition-fields";
import type { EmailChoice } from "./rule-draft";

interface Props extends RuleFieldsProps {
  /** An incoming webhook's URL is stored. */
  hasSlack: boolean;
  settings: AlertSettings | undefined;
}

/** Who is told. The inbox always has it. */
export function ChannelFields({ draft, onChange, errorOf, hasSlack, settings }: Props) {
  const keepsSlack = hasSlack && !draft.removesSlack;
  return (
    <fieldset className="flex flex-col gap-4 border-t pt-4">
      <legend className="sr-only">Who is told</legend>
      <p className="text-ink-2">The inbox always has it. Beside that:</p>
      <Field
        label="Email"
        error={draft.email === "addresses" ? undefined : errorOf("email")}
        hint={settings && !settings.canMail ? "This installation can’t send email: SMTP_URL is not set." : undefined}
      >
        {(control) => (
          <Select
            {...control}
            options={[
              { value: "owners", label: "Those of the alert settings", hint: settings?.recipients.join(", ") },
              { value: "addresses", label: "Other addresses" },
              { value: "none", label: "Nobody" },
            ]}
            value={draft.email}
            onValueChange={(email: EmailChoice) => onChange({ email })}
          />
        )}
      </Field>
      {draft.email === "addresses" && (
        <Field label="Addresses" hint="One a line, at most 10." error={errorOf("email")}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={draft.addresses}
              onChange={({ target }) => onChange({ addresses: target.value })}
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <Field
        label="Slack-compatible incoming webhook"
        optional
        hint={
          keepsSlack
            ? "A URL is stored. It is never shown; enter another to replace it."
            : "Its URL is a secret: stored encrypted, and never shown again."
        }
        error={errorOf("slack")}
        aside={
          hasSlack && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onChange({ removesSlack: !draft.removesSlack, slack: "" })}
            >
              {draft.removesSlack ? "Keep it" : "Remove"}
            </Button>
          )
        }
      >
        {(control) => (
          <Input
            {...control}
            mono
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={keepsSlack ? "•••• stored" : "https://hooks.slack.com/services/…"}
            value={draft.slack}
            onChange={({ target }) => onChange({ slack: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="Publish webhook.failing and webhook.recovered"
        hint="To webhooks that are subscribed to them, never to the one that fails."
        checked={draft.operationalEvent}
        onChange={({ target }) => onChange({ operationalEvent: target.checked })}
      />
    </fieldset>
  );
}
