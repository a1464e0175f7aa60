"use client";

import { Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { isFiltered, NO_FILTERS, useDeliveryFilters } from "./use-delivery-filters";

export function NoDeliveries() {
  return (
    <EmptyState
      picture={<Inbox aria-hidden />}
      title="No deliveries yet"
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">Go to webhooks</Link>
        </Button>
      }
    >
      They appear here as events are published, or when you click Test on a webhook.
    </EmptyState>
  );
}

export function NoMatch() {
  return (
    <EmptyState picture={<SearchX aria-hidden />} title="No delivery matches these filters" actions={<ClearFilters />}>
      Take a filter away, or wait: new deliveries appear here by themselves.
    </EmptyState>
  );
}

interface LogErrorProps {
  error: Error;
  onRetry: () => void;
  retrying: boolean;
}

export function LogError({ error, onRetry, retrying }: LogErrorProps) {
  const [filters] = useDeliveryFilters();
  return (
    <ErrorState
      title="The deliveries could not be loaded"
      onRetry={onRetry}
      retrying={retrying}
      actions={isFiltered(filters) && <ClearFilters />}
    >
      {error.message}
    </ErrorState>
  );
}

function ClearFilters() {
  const [, setFilters] = useDeliveryFilters();
  return <Button onClick={() => void setFilters(NO_FILTERS)}>Clear filters</Button>;
}
