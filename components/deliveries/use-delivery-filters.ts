"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { ATTEMPT_ERRORS } from "@/lib/core/attempt";
import { DELIVERY_STATUSES } from "@/lib/core/delivery";

const FILTERS = {
  webhook: parseAsArrayOf(parseAsString).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATUSES)).withDefault([]),
  type: parseAsArrayOf(parseAsString).withDefault([]),
  /** How the latest attempt ended. */
  code: parseAsArrayOf(parseAsString).withDefault([]),
  error: parseAsArrayOf(parseAsStringLiteral(ATTEMPT_ERRORS)).withDefault([]),
  /** The one bulk retry or replay whose deliveries are shown. */
  redelivery: parseAsArrayOf(parseAsString).withDefault([]),
};

export const NO_FILTERS = { webhook: null, status: null, type: null, code: null, error: null, redelivery: null };

/** Whether anything narrows the log. */
export const isFiltered = (filters: Record<keyof typeof FILTERS, readonly string[]>) =>
  Object.values(filters).some((values) => values.length > 0);

/** The filters live in the URL: a link shows what its sender saw, and Back undoes a filter. */
export const useDeliveryFilters = () => useQueryStates(FILTERS, { history: "push" });

/** The delivery whose sheet is open. */
export const useOpenDelivery = () => useQueryState("delivery", parseAsString.withOptions({ history: "push" }));
