"use client";

import { useTranslations } from "use-intl";
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
  const t = useTranslations("alerts.channels");
  const keepsSlack = hasSlack && !draft.removesSlack;
  return (
    <fieldset className="flex flex-col gap-4 border-t pt-4">
      <legend className="sr-only">{t("title")}</legend>
      <p className="text-ink-2">{t("always")}</p>
      <Field
        label={t("email")}
        error={draft.email === "addresses" ? undefined : errorOf("email")}
        hint={settings && !settings.canMail ? t("cannotMail") : undefined}
      >
        {(control) => (
          <Select
            {...control}
            options={[
              { value: "owners", label: t("owners"), hint: settings?.recipients.join(", ") },
              { value: "addresses", label: t("addressesChoice") },
              { value: "none", label: t("nobody") },
            ]}
            value={draft.email}
            onValueChange={(email: EmailChoice) => onChange({ email })}
          />
        )}
      </Field>
      {draft.email === "addresses" && (
        <Field label={t("addresses")} hint={t("addressesHint")} error={errorOf("email")}>
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
        label={t("slack")}
        optional
        hint={t(keepsSlack ? "slackStored" : "slackNew")}
        error={errorOf("slack")}
        aside={
          hasSlack && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onChange({ removesSlack: !draft.removesSlack, slack: "" })}
            >
              {t(draft.removesSlack ? "keep" : "remove")}
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
            placeholder={keepsSlack ? t("slackKept") : "https://hooks.slack.com/services/…"}
            value={draft.slack}
            onChange={({ target }) => onChange({ slack: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label={t("operational")}
        hint={t("operationalHint")}
        checked={draft.operationalEvent}
        onChange={({ target }) => onChange({ operationalEvent: target.checked })}
      />
    </fieldset>
  );
}
