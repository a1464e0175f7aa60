"use client";

import { Inbox, SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import type { DeliveriesPage } from "@/lib/core/delivery";
import { isFiltered, NO_FILTERS, useDeliveryFilters, usePageCursor } from "./use-delivery-filters";

export function NoDeliveries() {
  const t = useTranslations("logs.empty");
  return (
    <EmptyState
      picture={<Inbox aria-hidden />}
      title={t("title")}
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">{t("action")}</Link>
        </Button>
      }
    >
      {t("text")}
    </EmptyState>
  );
}

/** @param page what was found nothing on: where looking ended early, there may be some further back */
export function NoMatch({ page }: { page: DeliveriesPage }) {
  const t = useTranslations("logs.noMatch");
  const [{ q, where }, setFilters] = useDeliveryFilters();
  const textSearch = useNumbersAsText(where);
  const example = q ? `data.contact = "${q.replaceAll(/["\\]/g, "")}"` : textSearch;
  return (
    <EmptyState
      picture={<SearchX aria-hidden />}
      title={t(page.searchedTo ? "searched" : "title")}
      actions={<ClearFilters />}
    >
      {t("text")}
      {example && (
        <span className="mt-2 block">
          {t.rich(q ? "payload" : "asText", {
            example: () => (
              <button
                type="button"
                className="rounded-sm font-mono text-sm text-accent hover:underline"
                onClick={() => void setFilters({ q: null, where: example })}
              >
                {example}
              </button>
            ),
          })}
        </span>
      )}
    </EmptyState>
  );
}

/** The reader of searches is loaded where there is one; where it can't be, nothing is proposed. */
function useNumbersAsText(where: string): string | undefined {
  const [proposed, setProposed] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void import("@/lib/core/search").then(
      ({ withNumbersAsText }) => isCurrent && setProposed(withNumbersAsText(where)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [where]);
  return proposed;
}

interface LogErrorProps {
  error: Error | null;
  onRetry: () => void;
  retrying: boolean;
}

export function LogError({ error, onRetry, retrying }: LogErrorProps) {
  const t = useTranslations("logs.failed");
  const pages = useTranslations("logs.pages");
  const [filters] = useDeliveryFilters();
  const [cursor, setCursor] = usePageCursor();
  return (
    <ErrorState
      title={t("title")}
      onRetry={onRetry}
      retrying={retrying}
      actions={
        (isFiltered(filters) || cursor !== null) && (
          <>
            {cursor !== null && <Button onClick={() => void setCursor(null)}>{pages("newest")}</Button>}
            {isFiltered(filters) && <ClearFilters />}
          </>
        )
      }
    >
      {error?.message}
    </ErrorState>
  );
}

function ClearFilters() {
  const t = useTranslations("logs.filters");
  const [, setFilters] = useDeliveryFilters();
  return <Button onClick={() => void setFilters(NO_FILTERS)}>{t("clear")}</Button>;
}
