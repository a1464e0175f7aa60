"use client";

import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { sessionApi } from "@/lib/api-client/session";

interface Props {
  /** The page to open afterwards. */
  next: string;
  /** False until somebody has used the set-up link. */
  hasOwner: boolean;
}

export function SignInForm({ next, hasOwner }: Props) {
  const t = useTranslations("account.signIn");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const entered = new FormData(form);
    setBusy(true);
    setProblem(undefined);
    try {
      await sessionApi.signIn(String(entered.get("email")), String(entered.get("password")));
      window.location.assign(next);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t("failed"));
      setBusy(false);
      form.querySelector<HTMLInputElement>("[type=password]")?.select();
    }
  };

  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      {!hasOwner && (
        <Banner tone="accent" title={t("noOwner")}>
          {t("noOwnerText")}
        </Banner>
      )}
      {problem && <Banner tone="bad" title={problem} live />}
      <Field label={t("email")}>
        {(control) => <Input {...control} type="email" name="email" autoComplete="username" required autoFocus />}
      </Field>
      <Field label={t("password")}>
        {(control) => <Input {...control} type="password" name="password" autoComplete="current-password" required />}
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!hydrated}>
        {t("submit")}
      </Button>
    </form>
  );
}
