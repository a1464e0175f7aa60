"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { accountApi } from "@/lib/api-client/account";
import { ApiError } from "@/lib/api-client/api-error";
import { MIN_PASSWORD_LENGTH } from "@/lib/core/password-length";
import { sessionsQuery } from "./queries";
import { useViewer } from "./viewer";

const EMPTY = { currentPassword: "", newPassword: "" };

export function PasswordPanel() {
  const t = useTranslations("account.password");
  const { email } = useViewer();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const { mutate, isPending, error } = useSingleMutation({
    mutationFn: () => accountApi.changePassword(draft),
    onSuccess: () => {
      setDraft(EMPTY);
      toast.success(t("done"));
      return queryClient.invalidateQueries({ queryKey: sessionsQuery().queryKey });
    },
  });
  const fields = error instanceof ApiError ? error.fields : {};
  const isAtField = Object.keys(EMPTY).some((name) => name in fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Panel title={t("title")}>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {error && !isAtField && <Banner tone="bad" title={error.message} live />}
        {/* Password managers learn by it whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("current")} error={fields["currentPassword"]}>
            {(control) => (
              <Input
                {...control}
                type="password"
                value={draft.currentPassword}
                onChange={({ target }) => setDraft({ ...draft, currentPassword: target.value })}
                autoComplete="current-password"
              />
            )}
          </Field>
          <Field label={t("next")} hint={t("hint", { count: MIN_PASSWORD_LENGTH })} error={fields["newPassword"]}>
            {(control) => (
              <Input
                {...control}
                type="password"
                value={draft.newPassword}
                onChange={({ target }) => setDraft({ ...draft, newPassword: target.value })}
                autoComplete="new-password"
              />
            )}
          </Field>
        </div>
        <div>
          <Button type="submit" busy={isPending} disabled={draft.currentPassword === "" || draft.newPassword === ""}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
