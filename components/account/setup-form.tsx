"use client";

import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { showErrors } from "@/components/form-errors";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormFields } from "@/components/ui/form-fields";
import { Input } from "@/components/ui/input";
import { useFormResolver } from "@/components/use-form-resolver";
import { sessionApi } from "@/lib/api-client/session";
import type { SetupInput } from "@/lib/core/credentials";
import { MIN_PASSWORD_LENGTH } from "@/lib/core/password-length";

const schema = () => import("@/lib/core/credentials").then((its) => its.setupSchema);

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations("account");
  const form = useForm<SetupInput>({
    resolver: useFormResolver(schema),
    defaultValues: { token, accountName: "", email: "", password: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      await sessionApi.setUp(values);
      await sessionApi.signIn(values.email, values.password);
      window.location.assign("/settings/webhooks");
    } catch (error) {
      showErrors(form, error);
    }
  });

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)}>
      <FormFields className="flex flex-col gap-4">
        <header>
          <h1 className="text-xl font-semibold tracking-tight">{t("setup.title")}</h1>
          <p className="text-ink-2">{t("setup.text")}</p>
        </header>
        {errors.root?.message && <Banner tone="bad" title={errors.root.message} live />}
        <Field label={t("setup.accountName")} hint={t("setup.accountHint")} error={errors.accountName?.message}>
          {(control) => (
            <Input {...control} {...form.register("accountName")} autoComplete="organization" data-autofocus />
          )}
        </Field>
        <Field label={t("signIn.email")} error={errors.email?.message}>
          {(control) => <Input {...control} {...form.register("email")} type="email" autoComplete="username" />}
        </Field>
        <Field
          label={t("signIn.password")}
          hint={t("setup.passwordHint", { count: MIN_PASSWORD_LENGTH })}
          error={errors.password?.message}
        >
          {(control) => (
            <Input {...control} {...form.register("password")} type="password" autoComplete="new-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={isSubmitting || isSubmitSuccessful}>
          {t("setup.submit")}
        </Button>
      </FormFields>
    </form>
  );
}
