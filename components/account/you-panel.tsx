import { useTranslations } from "use-intl";
import { KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import { accountApi } from "@/lib/api-client/account";
import type { Account } from "@/lib/core/account";
import { NameForm } from "./name-form";

export function YouPanel({ account: { me } }: { account: Account }) {
  const t = useTranslations("account.you");
  const roles = useTranslations("shell.roles");
  return (
    <Panel title={t("title")}>
      <NameForm
        label={t("name")}
        hint={t("nameHint")}
        name={me.name ?? ""}
        autoComplete="name"
        submit={t("save")}
        onSave={(name) => accountApi.updateProfile({ name })}
      />
      <div className="mt-4">
        <KeyValues
          items={[
            { label: t("email"), value: me.email },
            { label: t("role"), value: roles(me.role) },
          ]}
        />
      </div>
    </Panel>
  );
}
