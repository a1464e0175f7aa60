"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StaleNote } from "@/components/ui/stale-note";
import { useScrolled } from "@/components/ui/use-scrolled";
import { DeliveriesTable } from "./deliveries-table";
import { LogKeyHints } from "./log-key-hints";
import { LogError, NoDeliveries, NoMatch } from "./log-states";
import { NewDeliveries } from "./new-deliveries";
import { deliveriesQuery } from "./queries";
import { isFiltered, useDeliveryFilters } from "./use-delivery-filters";
import type { Selection } from "./use-selection";
import { useSteadyRows } from "./use-steady-rows";

/** Scrolled further than this, somebody reads. */
const READING_PX = 120;

interface Props {
  openId: string | null;
  onOpen: (id: string) => void;
  selection: Selection;
}

export function DeliveryLog({ openId, onOpen, selection }: Props) {
  const [active] = useDeliveryFilters();
  const { webhook, status, type, code, error, redelivery } = active;
  const filters = {
    webhookId: webhook.join(",") || undefined,
    status: status.join(",") || undefined,
    type: type.join(",") || undefined,
    code: code.join(",") || undefined,
    error: error.join(",") || undefined,
    redeliveryId: redelivery[0],
  };
  // The last list stays until the next is here: a filter must not make the page jump.
  const query = useInfiniteQuery({ ...deliveriesQuery(filters), placeholderData: keepPreviousData });
  const isScrolled = useScrolled(READING_PX);
  const deliveries = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isReading = (isScrolled || openId !== null) && !query.isPlaceholderData;
  const { shown, waiting, showAll } = useSteadyRows(deliveries, JSON.stringify(filters), isReading);

  if (query.isPending) return <SkeletonRows label="Loading deliveries" rows={12} compact />;
  if (!query.data) {
    return <LogError error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (shown.length === 0) return isFiltered(active) ? <NoMatch /> : <NoDeliveries />;
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={clsx(query.isPlaceholderData && "opacity-60", selection.ids.size > 0 && "max-sm:pb-16")}
    >
      <StaleNote error={query.error} updatedAt={query.dataUpdatedAt} />
      {!query.error && <NewDeliveries count={waiting} onShow={showAll} />}
      <DeliveriesTable deliveries={shown} openId={openId} onOpen={onOpen} selection={selection} />
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Load older deliveries
          </Button>
        </div>
      )}
      <LogKeyHints />
    </div>
  );
}
