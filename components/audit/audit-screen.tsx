"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { AuditFilterBar } from "./audit-filter-bar";
import { AuditFailed, NoEntries, NoMatch } from "./audit-states";
import { AuditTable } from "./audit-table";
import { auditQuery } from "./queries";
import { apiFilters, isFiltered, useAuditFilters } from "./use-audit-filters";

export function AuditScreen() {
  const t = useTranslations("audit");
  const mayRead = useMay("audit:read");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mt-6">
        {mayRead ? (
          <Log />
        ) : (
          <EmptyState picture={<Lock aria-hidden />} title={t("forbidden.title")}>
            {t("forbidden.text")}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function Log() {
  const [filters] = useAuditFilters();
  const query = useInfiniteQuery(auditQuery(apiFilters(filters)));
  const entries = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const retry = () => void query.refetch();
  return (
    <>
      <AuditFilterBar entries={entries} />
      {query.isPending && <Loading />}
      {query.isError && !query.data && <AuditFailed error={query.error} onRetry={retry} retrying={query.isFetching} />}
      {query.data && <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />}
      {query.data && entries.length === 0 && (isFiltered(filters) ? <NoMatch /> : <NoEntries />)}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {entries.length > 0 && (
        <Older hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      )}
    </>
  );
}

function Loading() {
  const t = useTranslations("audit");
  return <SkeletonRows label={t("loading")} rows={8} compact />;
}

function Older({ hasMore, busy, onMore }: { hasMore: boolean; busy: boolean; onMore: () => void }) {
  const t = useTranslations("audit");
  if (!hasMore) return <p className="mt-3 text-sm text-ink-3">{t("end")}</p>;
  return (
    <Button className="mt-3" busy={busy} onClick={onMore}>
      {t("older")}
    </Button>
  );
}
