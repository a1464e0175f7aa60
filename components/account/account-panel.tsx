import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { accountApi } from "@/lib/api-client/account";
import type { Account } from "@/lib/core/account";
import { NameForm } from "./name-form";
import { useMay } from "./viewer";

export function AccountPanel({ account: { id, name } }: { account: Account }) {
  const t = useTranslations("account.general");
  const mayRename = useMay("account:manage");
  return (
    <Panel title={t("title")}>
      {mayRename ? (
        <NameForm
          label={t("name")}
          hint={t("nameHint")}
          name={name}
          autoComplete="organization"
          submit={t("save")}
          onSave={(next) => accountApi.rename({ name: next })}
        />
      ) : (
        <p>
          <span className="font-medium wrap-anywhere">{name}</span>
          <span className="block text-sm text-ink-3">{t("ownersOnly")}</span>
        </p>
      )}
      <p className="mt-4 flex min-w-0 flex-wrap items-center gap-2">
        <span className="text-sm text-ink-3">{t("id")}</span>
        <Tag>{id}</Tag>
        <CopyButton value={id} label={t("copyId")} iconOnly size="sm" variant="ghost" />
      </p>
    </Panel>
  );
}
