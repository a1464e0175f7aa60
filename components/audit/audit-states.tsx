"use client";

import { ScrollText, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { isFiltered, NO_FILTERS, useAuditFilters } from "./use-audit-filters";

export function NoEntries() {
  const t = useTranslations("audit.empty");
  return (
    <EmptyState picture={<ScrollText aria-hidden />} title={t("title")}>
      {t("text")}
    </EmptyState>
  );
}

export function NoMatch() {
  const t = useTranslations("audit.noMatch");
  return (
    <EmptyState picture={<SearchX aria-hidden />} title={t("title")} actions={<ClearFilters />}>
      {t("text")}
    </EmptyState>
  );
}

interface FailedProps {
  error: Error;
  onRetry: () => void;
  retrying: boolean;
}

export function AuditFailed({ error, onRetry, retrying }: FailedProps) {
  const t = useTranslations("audit");
  const [filters] = useAuditFilters();
  return (
    <ErrorState
      title={t("failed")}
      onRetry={onRetry}
      retrying={retrying}
      actions={isFiltered(filters) && <ClearFilters />}
    >
      {error.message}
    </ErrorState>
  );
}

export function ClearFilters() {
  const t = useTranslations("audit");
  const [, setFilters] = useAuditFilters();
  return <Button onClick={() => void setFilters(NO_FILTERS)}>{t("clear")}</Button>;
}
