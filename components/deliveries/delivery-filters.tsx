"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { webhooksQuery } from "@/components/webhooks/queries";
import { Button } from "@/components/ui/button";
import { MultiSelect } from "@/components/ui/multi-select";
import { CATALOGUE, TEST_EVENT_TYPE } from "@/lib/core/catalogue";
import { DELIVERY_STATUSES } from "@/lib/core/delivery";
import { isFiltered, NO_FILTERS, useDeliveryFilters } from "./use-delivery-filters";

const STATUSES = DELIVERY_STATUSES.map((status) => ({ value: status, label: status }));
const TYPES = [TEST_EVENT_TYPE, ...CATALOGUE.flatMap(({ types }) => types.map(({ name }) => name))].map((name) => ({
  value: name,
  label: name,
}));

/** @param children what can be done with all that match */
export function DeliveryFilterBar({ children }: { children?: ReactNode }) {
  const [filters, setFilters] = useDeliveryFilters();
  const webhooks = useInfiniteQuery(webhooksQuery()).data?.pages.flatMap((page) => page.data) ?? [];
  const known = webhooks.map(({ id, title }) => ({ value: id, label: title }));
  const gone = filters.webhook.filter((id) => !known.some(({ value }) => value === id));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 max-sm:gap-1">
      <MultiSelect
        label="Webhook"
        options={[...known, ...gone.map((id) => ({ value: id, label: `${id.slice(0, 12)}…` }))]}
        value={filters.webhook}
        onValueChange={(webhook) => void setFilters({ webhook })}
      />
      <MultiSelect
        label="Status"
        options={STATUSES}
        value={filters.status}
        onValueChange={(status) => void setFilters({ status })}
      />
      <MultiSelect
        label="Event"
        options={TYPES}
        value={filters.type}
        onValueChange={(type) => void setFilters({ type })}
      />
      {filters.redelivery.length > 0 && (
        <Button onClick={() => void setFilters({ redelivery: null })}>
          Of one bulk retry or replay
          <X aria-hidden />
        </Button>
      )}
      {isFiltered(filters) && (
        <Button variant="ghost" onClick={() => void setFilters(NO_FILTERS)}>
          Clear filters
        </Button>
      )}
      {children}
    </div>
  );
}
