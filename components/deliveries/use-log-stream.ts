"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { deliveriesApi, type DeliveryFilters } from "@/lib/api-client/deliveries";
import type { Delivery } from "@/lib/core/delivery";
import { DELIVERIES_KEY } from "./queries";

/** `polling`: the stream can't be had, for now; the list is asked again and again. */
export type StreamState = "connecting" | "live" | "polling";

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;
/** What comes together is shown together. */
const BATCH_MS = 100;

interface Options {
  filters: DeliveryFilters;
  cursor: string | null;
  isEnabled: boolean;
  onDeliveries: (deliveries: readonly Delivery[]) => void;
  /** There is more that is new than is told. */
  onBehind: () => void;
  onState: (state: StreamState) => void;
}

/** Follows the log. After each (re)connection the list is read once, so that nothing is missed in between. */
export function useLogStream({ filters, cursor, isEnabled, onDeliveries, onBehind, onState }: Options): void {
  const queryClient = useQueryClient();
  const key = JSON.stringify({ ...filters, cursor: cursor ?? undefined });
  const tell = useEffectEvent((deliveries: readonly Delivery[]) => onDeliveries(deliveries));
  const tellBehind = useEffectEvent(() => onBehind());
  const tellState = useEffectEvent((state: StreamState) => onState(state));
  const readAgain = useEffectEvent(() => queryClient.invalidateQueries({ queryKey: [...DELIVERIES_KEY, "page"] }));

  useEffect(() => {
    if (!isEnabled) return;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let flush: ReturnType<typeof setTimeout> | undefined;
    let waitMs = FIRST_RETRY_MS;
    let isOver = false;
    let batch: Delivery[] = [];

    function open() {
      source = deliveriesApi.stream(JSON.parse(key) as DeliveryFilters);
      source.addEventListener("ready", () => {
        waitMs = FIRST_RETRY_MS;
        tellState("live");
        void readAgain();
      });
      source.addEventListener("delivery", ({ data }: MessageEvent<string>) => {
        batch.push(JSON.parse(data) as Delivery);
        flush ??= setTimeout(() => {
          flush = undefined;
          const deliveries = batch;
          batch = [];
          tell(deliveries);
        }, BATCH_MS);
      });
      source.addEventListener("behind", () => tellBehind());
      // The session has ended: the next request says so, and leads to where one signs in.
      source.addEventListener("end", () => {
        source?.close();
        void readAgain();
      });
      source.onerror = again;
    }

    function again() {
      source?.close();
      if (isOver) return;
      tellState("polling");
      clearTimeout(retry);
      retry = setTimeout(open, waitMs * (0.75 + Math.random() / 2));
      waitMs = Math.min(waitMs * 2, MAX_RETRY_MS);
    }

    function openNow() {
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(retry);
      open();
    }

    open();
    window.addEventListener("online", openNow);
    return () => {
      isOver = true;
      window.removeEventListener("online", openNow);
      source?.close();
      clearTimeout(retry);
      clearTimeout(flush);
    };
  }, [key, isEnabled]);
}
