"use client";

import {
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryState,
  useQueryStates,
  type Values,
} from "nuqs";
import type { DeliveryFilters } from "@/lib/api-client/deliveries";
import { ATTEMPT_ERRORS } from "@/lib/core/attempt";
import { DELIVERY_STATUSES } from "@/lib/core/delivery-status";

const FILTERS = {
  webhook: parseAsArrayOf(parseAsString).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATUSES)).withDefault([]),
  type: parseAsArrayOf(parseAsString).withDefault([]),
  /** How the latest attempt ended: codes, and classes like 5xx. */
  code: parseAsArrayOf(parseAsString).withDefault([]),
  error: parseAsArrayOf(parseAsStringLiteral(ATTEMPT_ERRORS)).withDefault([]),
  /** When the deliveries were made: instants, or `last` back from now, like 1h. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  last: parseAsString.withDefault(""),
  /** An id, or a part of a name. */
  q: parseAsString.withDefault(""),
  /** What events say. */
  where: parseAsString.withDefault(""),
  /** The one bulk retry or replay whose deliveries are shown. */
  redelivery: parseAsArrayOf(parseAsString).withDefault([]),
};
const NAMES = Object.keys(FILTERS) as (keyof typeof FILTERS)[];

/** Where among the pages: the cursor of one of them, or the id of a delivery for those older than it. */
const PAGE = parseAsString;

export type Filters = Values<typeof FILTERS>;

export const NO_FILTERS = Object.fromEntries(NAMES.map((name) => [name, null])) as Record<keyof Filters, null>;

const isSet = (value: string | readonly string[]) => value.length > 0;

/** Whether anything narrows the log. */
export const isFiltered = (filters: Filters) => NAMES.some((name) => isSet(filters[name]));

/** How many things narrow it. */
export const filterCount = (filters: Filters) => NAMES.filter((name) => isSet(filters[name])).length;

/**
 * The filters live in the URL: a link shows what its sender saw, and Back undoes a filter. Other filters mean another
 * list: it begins with its first page.
 */
export function useDeliveryFilters() {
  const [{ page: _, ...filters }, set] = useQueryStates({ ...FILTERS, page: PAGE }, { history: "push" });
  const setFilters = (changed: Partial<{ [Name in keyof Filters]: Filters[Name] | null }>) =>
    set({ ...changed, page: null });
  return [filters, setFilters] as const;
}

/** The page that is shown; null for the first. */
export const usePageCursor = () => useQueryState("page", PAGE.withOptions({ history: "push" }));

/** What the sheet shows: which attempt, and what it is compared with: another one's number, or "success". */
const PLACE = { attempt: parseAsInteger, compare: parseAsString };

/** The delivery whose sheet is open. Another one begins with its latest attempt. */
export function useOpenDelivery() {
  const [{ delivery }, set] = useQueryStates({ delivery: parseAsString, ...PLACE }, { history: "push" });
  const open = (id: string | null, options?: { history: "replace" }) =>
    set({ delivery: id, attempt: null, compare: null }, options);
  return [delivery, open] as const;
}

export const useSheetPlace = () => useQueryStates(PLACE, { history: "replace" });

/** As the API takes them. */
export function toQuery(filters: Filters): DeliveryFilters {
  const { webhook, status, type, code, error, redelivery, from, to, last, q, where } = filters;
  return {
    webhookId: webhook.join(",") || undefined,
    status: status.join(",") || undefined,
    type: type.join(",") || undefined,
    code: code.join(",") || undefined,
    error: error.join(",") || undefined,
    from: from || undefined,
    to: to || undefined,
    last: last || undefined,
    q: q || undefined,
    where: where || undefined,
    redeliveryId: redelivery[0],
  };
}

/** What a saved view has of them: the same without what isn't set. */
export const toSaved = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(toQuery(filters)).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** The filters of a saved view, each of them, as `setFilters` takes them. */
export function fromSaved(saved: Readonly<Record<string, string>>) {
  const list = (name: string) => saved[name]?.split(",") ?? null;
  const text = (name: string) => saved[name] ?? null;
  return {
    webhook: list("webhookId"),
    status: list("status") as Filters["status"] | null,
    type: list("type"),
    code: list("code"),
    error: list("error") as Filters["error"] | null,
    redelivery: list("redeliveryId"),
    from: text("from"),
    to: text("to"),
    last: text("last"),
    q: text("q"),
    where: text("where"),
  };
}
