"use client";

import clsx from "clsx";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { useScrolled } from "@/components/ui/use-scrolled";
import { useTranslations } from "use-intl";
import { DeliveriesTable } from "./deliveries-table";
import { LogKeyHints } from "./log-key-hints";
import { LogPages } from "./log-pages";
import { LogError, NoDeliveries, NoMatch } from "./log-states";
import { NewDeliveries } from "./new-deliveries";
import { PAGE } from "./queries";
import { isFiltered, useDeliveryFilters, usePageCursor } from "./use-delivery-filters";
import type { useDeliveryPage } from "./use-delivery-page";
import type { Selection } from "./use-selection";
import { useSteadyRows } from "./use-steady-rows";

/** Scrolled further than this, somebody reads. */
const READING_PX = 120;

interface Props {
  page: ReturnType<typeof useDeliveryPage>;
  isPaused: boolean;
  openId: string | null;
  onOpen: (id: string) => void;
  selection: Selection;
}

export function DeliveryLog({ page, isPaused, openId, onOpen, selection }: Props) {
  const t = useTranslations("logs");
  const { query, isBehind, caughtUp, isNew } = page;
  const [filters] = useDeliveryFilters();
  const [cursor] = usePageCursor();
  const isScrolled = useScrolled(READING_PX);
  const isReading = (isPaused || isScrolled || openId !== null) && !query.isPlaceholderData;
  const { shown, waiting, showAll } = useSteadyRows(query.data?.data ?? [], {
    list: JSON.stringify([filters, cursor]),
    isReading,
    max: PAGE,
  });

  if (query.isPending) return <SkeletonRows label={t("loading")} rows={12} compact />;
  if (!query.data) {
    return <LogError error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const pages = <LogPages page={query.data} shown={shown} isBusy={query.isPlaceholderData} />;
  if (shown.length === 0) {
    if (!isFiltered(filters) && cursor === null) return <NoDeliveries />;
    return (
      <>
        <NoMatch page={query.data} />
        {pages}
      </>
    );
  }
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={clsx(query.isPlaceholderData && "opacity-60", selection.ids.size > 0 && "max-sm:pb-16")}
    >
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      {!query.error && (
        <NewDeliveries
          count={waiting}
          isMore={isBehind && isReading && waiting > 0}
          onShow={() => {
            caughtUp();
            showAll();
          }}
        />
      )}
      <DeliveriesTable deliveries={shown} openId={openId} onOpen={onOpen} selection={selection} isNew={isNew} />
      {pages}
      <LogKeyHints />
    </div>
  );
}
