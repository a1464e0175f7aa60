"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliveriesPage, Delivery } from "@/lib/core/delivery";
import { deliveriesPageQuery, merged } from "./queries";
import { toQuery, type Filters } from "./use-delivery-filters";
import { useLogStream, type StreamState } from "./use-log-stream";

/** A page of the log that follows what happens: told by a stream or, where there is none, asked for again and again. */
export function useDeliveryPage(filters: Filters, cursor: string | null) {
  const queryFilters = toQuery(filters);
  const queryClient = useQueryClient();
  const [isBehind, setBehind] = useState(false);
  const [stream, setStream] = useState<StreamState>("connecting");
  // The last list stays until the next is here: a filter must not make the page jump.
  const options = deliveriesPageQuery(queryFilters, cursor, stream === "polling");
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const page = query.isPlaceholderData ? undefined : query.data;
  useLogStream({
    filters: queryFilters,
    cursor,
    isEnabled: page !== undefined,
    onDeliveries: (told: readonly Delivery[]) =>
      queryClient.setQueryData(
        options.queryKey,
        (now: DeliveriesPage | undefined) => now && merged(now, told, cursor === null),
      ),
    onBehind: () => {
      setBehind(true);
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
    },
    onState: setStream,
  });
  return {
    query,
    stream,
    isBehind,
    caughtUp: () => setBehind(false),
    isNew: useNews(page, JSON.stringify(options.queryKey)),
  };
}

/** Which rows have come since the list was first shown. */
function useNews(page: DeliveriesPage | undefined, list: string): (id: string) => boolean {
  const [first, setFirst] = useState({ list: "", newest: "" });
  if (page && first.list !== list) setFirst({ list, newest: page.data[0]?.id ?? "-" });
  return (id) => first.list === list && id > first.newest;
}
