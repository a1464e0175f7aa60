"use client";

import { useRef, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { sessionApi } from "@/lib/api-client/session";
import { accountApi } from "@/lib/api-client/account";
import { ApiError } from "@/lib/api-client/api-error";
import { MIN_PASSWORD_LENGTH } from "@/lib/core/password-length";
import type { Role } from "@/lib/core/permissions";

interface Props {
  token: string;
  invite: {
    email: string;
    role: Role;
    accountName: string;
    /** Then they join with it; else they choose one. */
    hasPassword: boolean;
  };
}

export function JoinForm({ token, invite }: Props) {
  const t = useTranslations("account");
  const roles = useTranslations("shell.roles");
  const { email, role, accountName, hasPassword } = invite;
  const [password, setPassword] = useState("");
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const hydrated = useHydrated();
  const problem = error instanceof ApiError ? error.fields["password"] : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(null);
    try {
      await join(token, email, password);
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(t("signIn.failed")));
      setBusy(false);
      isRunning.current = false;
    }
  };

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <header>
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">
          {t("invite.title", { account: accountName })}
        </h1>
        <p className="text-ink-2">{t("invite.text", { role: roles(role) })}</p>
      </header>
      {error && !problem && <Banner tone="bad" title={error.message} live />}
      <Field label={t("signIn.email")}>
        {(control) => <Input {...control} type="email" value={email} readOnly autoComplete="username" />}
      </Field>
      <Field
        label={hasPassword ? t("invite.own") : t("invite.choose")}
        hint={hasPassword ? t("invite.ownHint") : t("invite.chooseHint", { count: MIN_PASSWORD_LENGTH })}
        error={problem}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            autoComplete={hasPassword ? "current-password" : "new-password"}
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!hydrated || password === ""}>
        {t("invite.submit")}
      </Button>
    </form>
  );
}

/** Into the account of the invite, also for who is a member of others. */
async function join(token: string, email: string, password: string): Promise<void> {
  const { accountId } = await sessionApi.acceptInvite({ token, password });
  await sessionApi.signIn(email, password);
  await accountApi.switchTo(accountId);
  window.location.assign("/settings/webhooks");
}
