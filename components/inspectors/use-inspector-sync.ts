"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { InspectedRequestSummary, Inspector } from "@/lib/core/inspector";
import { inspectorQuery } from "./queries";

/** Each arrival changes what is said of the inspector: how many there were, and how often it will fail yet. */
export function useInspectorSync({ id }: Inspector, requests: readonly InspectedRequestSummary[]): void {
  const queryClient = useQueryClient();
  const newest = requests[0]?.id;
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: inspectorQuery(id).queryKey, exact: true });
  }, [queryClient, id, newest]);
}
