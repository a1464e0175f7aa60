"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox, SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { DeliveriesTable } from "./deliveries-table";
import { DeliveryFilterBar } from "./delivery-filters";
import { DeliverySheet } from "./delivery-sheet";
import { deliveriesQuery } from "./queries";
import { NO_FILTERS, useDeliveryFilters, useOpenDelivery } from "./use-delivery-filters";

export function DeliveriesScreen() {
  const [openId, setOpenId] = useOpenDelivery();
  return (
    <>
      <DeliveryFilterBar />
      <DeliveryLog openId={openId} onOpen={(id) => void setOpenId(id)} />
      {openId && <DeliverySheet id={openId} onClose={() => void setOpenId(null)} />}
    </>
  );
}

function DeliveryLog({ openId, onOpen }: { openId: string | null; onOpen: (id: string) => void }) {
  const [{ webhook, status, type }, setFilters] = useDeliveryFilters();
  const filters = {
    webhookId: webhook.join(",") || undefined,
    status: status.join(",") || undefined,
    type: type.join(",") || undefined,
  };
  const query = useInfiniteQuery(deliveriesQuery(filters));
  if (query.isPending) return <SkeletonRows label="Loading deliveries" rows={10} />;
  if (!query.data) {
    return (
      <ErrorState
        title="The deliveries could not be loaded"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        actions={<Button onClick={() => void setFilters(NO_FILTERS)}>Clear filters</Button>}
      >
        {query.error.message}
      </ErrorState>
    );
  }
  const deliveries = query.data.pages.flatMap((page) => page.data);
  if (deliveries.length === 0 && Object.values(filters).some(Boolean)) {
    return (
      <EmptyState
        picture={<SearchX aria-hidden />}
        title="No delivery matches these filters"
        actions={<Button onClick={() => void setFilters(NO_FILTERS)}>Clear filters</Button>}
      >
        Take a filter away, or wait: new deliveries appear here by themselves.
      </EmptyState>
    );
  }
  if (deliveries.length === 0) {
    return (
      <EmptyState picture={<Inbox aria-hidden />} title="No deliveries yet">
        They appear here as events are published, or when you click Test on a webhook.
      </EmptyState>
    );
  }
  return (
    <>
      <DeliveriesTable deliveries={deliveries} openId={openId} onOpen={onOpen} />
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Load older deliveries
          </Button>
        </div>
      )}
    </>
  );
}
