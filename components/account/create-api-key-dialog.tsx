"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Input } from "@/components/ui/input";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { useSingleMutation } from "@/components/use-single-mutation";
import { apiKeysApi } from "@/lib/api-client/api-keys";
import { ApiError } from "@/lib/api-client/api-error";
import { SCOPES, type Scope } from "@/lib/core/permissions";
import { API_KEYS_KEY } from "./queries";
import { SCOPE_NAMES } from "./scopes";

export function CreateApiKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("account.keys");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(SCOPES);
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useSingleMutation({
    mutationFn: () => apiKeysApi.create({ name, scopes: [...scopes] }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: API_KEYS_KEY }),
  });
  if (data) {
    return (
      <ShownOnceDialog
        title={t("keyOf", { name: data.name })}
        keeper={t("keeper")}
        label={t("keyLabel")}
        value={data.key}
        onClose={onClose}
      >
        {data.scopes.includes("events:write") && (
          <CodeBlock title={t("exampleTitle")} label={t("example")} code={example()} copy wrap />
        )}
      </ShownOnceDialog>
    );
  }
  const fields = error instanceof ApiError ? error.fields : {};
  const isElsewhere = error && !fields["name"] && !fields["scopes"];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("dialogTitle")}
      description={t("dialogText")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form="create-api-key" variant="primary" busy={isPending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id="create-api-key" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {isElsewhere && <Banner tone="bad" title={error.message} live />}
        <Field label={t("name")} hint={t("nameHint")} error={fields["name"]}>
          {(control) => (
            <Input
              {...control}
              value={name}
              onChange={({ target }) => setName(target.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t("scopesTitle")}</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t(`scopes.${SCOPE_NAMES[scope]}.label`)}
              hint={t(`scopes.${SCOPE_NAMES[scope]}.hint`)}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(SCOPES.filter((its) => (its === scope ? target.checked : scopes.includes(its))))
              }
            />
          ))}
          {fields["scopes"] && <FieldError>{fields["scopes"]}</FieldError>}
        </fieldset>
      </form>
    </Dialog>
  );
}

const example = () => `curl -X POST ${window.location.origin}/api/v1/events \\
  -H "Authorization: Bearer $WEBHOOKS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"type":"contact.created","data":{"contact":"919876543210"}}'`;
