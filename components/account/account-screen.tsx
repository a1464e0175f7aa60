"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { PageHeader } from "@/components/ui/page-header";
import { QueryError } from "@/components/ui/query-error";
import { SkeletonRows } from "@/components/ui/skeleton";
import { AccountPanel } from "./account-panel";
import { AccountsPanel } from "./accounts-panel";
import { PasswordPanel } from "./password-panel";
import { PreferencesPanel } from "./preferences-panel";
import { accountQuery } from "./queries";
import { SessionsPanel } from "./sessions-panel";
import { YouPanel } from "./you-panel";

export function AccountScreen() {
  const t = useTranslations("account");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mt-6 flex max-w-dialog-lg flex-col gap-4">
        <Details />
        <PasswordPanel />
        <SessionsPanel />
        <PreferencesPanel />
      </div>
    </>
  );
}

function Details() {
  const t = useTranslations("account");
  const query = useQuery(accountQuery());
  if (query.isPending) return <SkeletonRows label={t("loading")} rows={3} />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  return (
    <>
      <YouPanel account={query.data} />
      <AccountPanel account={query.data} />
      {query.data.accounts.length > 1 && <AccountsPanel account={query.data} />}
    </>
  );
}
