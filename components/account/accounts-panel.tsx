"use client";

import { useTranslations } from "use-intl";
import { useSingleMutation } from "@/components/use-single-mutation";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { accountApi } from "@/lib/api-client/account";
import type { Account } from "@/lib/core/account";

/** For who is a member of several. */
export function AccountsPanel({ account }: { account: Account }) {
  const t = useTranslations("account.others");
  const roles = useTranslations("shell.roles");
  const { mutate, isPending, variables } = useSingleMutation<undefined, string>({
    mutationFn: (id) => accountApi.switchTo(id),
    // Everything that is loaded is the other account's.
    onSuccess: () => window.location.assign("/settings/webhooks"),
    onError: (error) => toast.error(error.message),
  });
  return (
    <Panel title={t("title")} flush>
      <ul aria-label={t("title")} className="border-t">
        {account.accounts.map(({ id, name, role }) => (
          <li key={id} className="flex min-h-11 items-center gap-3 border-b border-line-2 px-4 py-1 last:border-0">
            <span className="min-w-0 truncate font-medium">{name}</span>
            <span className="text-ink-3">{roles(role)}</span>
            <span className="flex-1" />
            {id === account.id ? (
              <span className="shrink-0 text-sm text-ink-3">{t("current")}</span>
            ) : (
              <Button
                size="sm"
                busy={isPending && variables === id}
                onClick={() => mutate(id)}
                aria-label={t("openNamed", { name })}
              >
                {t("open")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
