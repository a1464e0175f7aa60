"use client";

import clsx from "clsx";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/number";
import type { RetryManyInput } from "@/lib/core/redelivery";
import { RetryManyDialog } from "./retry-many-dialog";
import { isFiltered, useDeliveryFilters } from "./use-delivery-filters";
import type { Selection } from "./use-selection";

/** Where the list is long and the screen short, it stays in reach of whoever ticks rows. */
const ON_A_PHONE =
  "max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:justify-end max-sm:border-t max-sm:bg-panel max-sm:p-3";

/** Retrying what is ticked or, with nothing ticked, all that the filters show and has failed. */
export function RetryActions({ selection }: { selection: Selection }) {
  const [filters] = useDeliveryFilters();
  const [request, setRequest] = useState<RetryManyInput | null>(null);
  const filter = filterOf(filters);
  const count = selection.ids.size;
  return (
    <div className={clsx("flex flex-wrap items-center gap-2 sm:ml-auto", count > 0 && ON_A_PHONE)}>
      {count > 0 ? (
        <>
          <Button variant="ghost" onClick={selection.clear}>
            Clear selection
          </Button>
          <Button onClick={() => setRequest({ ids: [...selection.ids] })}>
            <RotateCw aria-hidden />
            Retry {formatNumber(count)} selected
          </Button>
        </>
      ) : (
        filter && (
          <Button onClick={() => setRequest({ filter })}>
            <RotateCw aria-hidden />
            {isFiltered(filters) ? "Retry all that match" : "Retry all that failed"}
          </Button>
        )
      )}
      {request && (
        <RetryManyDialog
          request={request}
          onClose={() => setRequest(null)}
          onBegun={() => {
            setRequest(null);
            selection.clear();
          }}
        />
      )}
    </div>
  );
}

/** What has arrived is sent again one by one only: all of it at once is seldom meant. */
const RETRYABLE = ["failed", "cancelled"] as const;

/** The log's filters as the API takes them; undefined where they show nothing that could be retried. */
function filterOf(filters: ReturnType<typeof useDeliveryFilters>[0]): RetryManyInput["filter"] {
  const { webhook, status, type, code, error, redelivery } = filters;
  const wanted = RETRYABLE.filter((one) => status.includes(one));
  if (redelivery.length > 0 || wanted.length < status.length) return undefined;
  return {
    status: wanted.length > 0 ? wanted : ["failed"],
    ...(webhook.length > 0 ? { webhookId: webhook } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(code.length > 0 ? { code: code.map(Number) } : {}),
    ...(error.length > 0 ? { error } : {}),
  };
}
