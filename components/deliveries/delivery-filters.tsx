"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { eventTypesQuery } from "@/components/events/queries";
import { webhooksQuery } from "@/components/webhooks/queries";
import { Button } from "@/components/ui/button";
import { MultiSelect } from "@/components/ui/multi-select";
import { DELIVERY_STATUSES } from "@/lib/core/delivery";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";
import { isFiltered, NO_FILTERS, useDeliveryFilters } from "./use-delivery-filters";

const STATUSES = DELIVERY_STATUSES.map((status) => ({ value: status, label: status }));

/** @param children what can be done with all that match */
export function DeliveryFilterBar({ children }: { children?: ReactNode }) {
  const [filters, setFilters] = useDeliveryFilters();
  const webhooks = useInfiniteQuery(webhooksQuery()).data?.pages.flatMap((page) => page.data) ?? [];
  const known = webhooks.map(({ id, title }) => ({ value: id, label: title }));
  // What is chosen stays choosable, also where its type is gone or the list couldn't be loaded.
  const types = useQuery(eventTypesQuery()).data?.map(({ name }) => name) ?? [];
  const typeOptions = [...new Set([TEST_EVENT_TYPE, ...types, ...filters.type])];
  const results = [...filters.code, ...filters.error];
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
        options={typeOptions.map((name) => ({ value: name, label: name }))}
        value={filters.type}
        onValueChange={(type) => void setFilters({ type })}
      />
      {results.length > 0 && (
        <Button onClick={() => void setFilters({ code: null, error: null })}>
          Ended with {results.join(", ").replaceAll("_", " ")}
          <X aria-hidden />
        </Button>
      )}
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
