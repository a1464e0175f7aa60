"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useWebhooks } from "@/components/webhooks/use-webhooks";

const EVERY = "every";

interface Props {
  /** Null for every webhook of the account. */
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}

export function WebhookChoice({ value, onChange, error }: Props) {
  const t = useTranslations("alerts.rule");
  const webhooks = useWebhooks().webhooks ?? [];
  const known = webhooks.map(({ id, number, title }) => ({ value: id, label: `#${number} ${title}` }));
  const isMissing = value !== null && !webhooks.some(({ id }) => id === value);
  return (
    <Field label={t("where")} error={error}>
      {(control) => (
        <Select
          {...control}
          options={[
            { value: EVERY, label: t("everyWebhook"), hint: t("everyWebhookHint") },
            ...(isMissing ? [{ value, label: value }] : []),
            ...known,
          ]}
          value={value ?? EVERY}
          onValueChange={(id) => onChange(id === EVERY ? null : id)}
        />
      )}
    </Field>
  );
}
