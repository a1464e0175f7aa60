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
import { Input } from "@/components/ui/input";
import { TextArea } from "@/components/ui/text-area";
import { toast } from "@/components/ui/toast";
import { alertSettingsApi } from "@/lib/api-client/alert-settings";
import { ApiError } from "@/lib/api-client/api-error";
import type { AlertSettings } from "@/lib/core/alert-settings";
import { alertSettingsQuery } from "./queries";
import { addressesIn } from "./rule-draft";

const NIGHT = { from: "22:00", until: "07:00" };

export function SettingsForm({ settings }: { settings: AlertSettings }) {
  const t = useTranslations("alerts.telling");
  const all = useTranslations("alerts");
  const mayWrite = useMay("webhooks:write");
  const queryClient = useQueryClient();
  const [emails, setEmails] = useState(settings.emails.join("\n"));
  const [isQuiet, setIsQuiet] = useState(settings.quietHours !== null);
  const [quiet, setQuiet] = useState(settings.quietHours ?? { ...NIGHT, timeZone: ownZone() });
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => alertSettingsApi.update({ emails: addressesIn(emails), quietHours: isQuiet ? quiet : null }),
    onSuccess: (saved) => {
      queryClient.setQueryData(alertSettingsQuery().queryKey, saved);
      toast.success(all("saved"));
    },
  });
  const errors = error instanceof ApiError ? Object.entries(error.fields) : [];
  const errorOf = (start: string) => errors.find(([name]) => name === start || name.startsWith(`${start}.`))?.[1];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-prose flex-col gap-4">
      {!settings.canMail && (
        <Banner tone="warn" title={t("cannotMail")}>
          {t("cannotMailHint")}
        </Banner>
      )}
      {error && errors.length === 0 && <Banner tone="bad" title={error.message} live />}
      <Field
        label={t("emails")}
        hint={
          addressesIn(emails).length > 0
            ? t("emailsHint")
            : t("nobodyNamed", { recipients: settings.recipients.join(", ") || t("ownersAndAdmins") })
        }
        error={errorOf("emails")}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={emails}
            onChange={({ target }) => setEmails(target.value)}
            placeholder="oncall@example.com"
            spellCheck={false}
          />
        )}
      </Field>
      <Checkbox
        label={t("quietHours")}
        hint={t("quietHoursHint")}
        checked={isQuiet}
        onChange={({ target }) => setIsQuiet(target.checked)}
      />
      {isQuiet && (
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t("from")} error={errorOf("quietHours.from")}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={quiet.from}
                onChange={({ target }) => setQuiet({ ...quiet, from: target.value })}
              />
            )}
          </Field>
          <Field label={t("until")} error={errorOf("quietHours.until")}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={quiet.until}
                onChange={({ target }) => setQuiet({ ...quiet, until: target.value })}
              />
            )}
          </Field>
          <Field label={t("timeZone")} error={errorOf("quietHours.timeZone")}>
            {(control) => (
              <Input
                {...control}
                value={quiet.timeZone}
                onChange={({ target }) => setQuiet({ ...quiet, timeZone: target.value })}
                spellCheck={false}
              />
            )}
          </Field>
        </div>
      )}
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

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
