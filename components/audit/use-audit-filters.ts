"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { AuditFilters } from "@/lib/api-client/audit";
import { AUDIT_ACTIONS } from "@/lib/core/audit-actions";

const FILTERS = {
  /** Id of a member or API key. */
  actor: parseAsString.withDefault(""),
  action: parseAsArrayOf(parseAsStringLiteral(AUDIT_ACTIONS)).withDefault([]),
  /** Id of what it is about, or an event type's name. */
  target: parseAsString.withDefault(""),
  /** Days of the reader's zone, like 2026-03-25; both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
};

export const NO_FILTERS = { actor: null, action: null, target: null, from: null, to: null };

type Filters = Record<"actor" | "target" | "from" | "to", string> & { action: readonly string[] };

export const isFiltered = ({ actor, action, target, from, to }: Filters) =>
  Boolean(actor || action.length > 0 || target || from || to);

/** The filters live in the URL: a link shows what its sender saw, and Back undoes a filter. */
export const useAuditFilters = () => useQueryStates(FILTERS, { history: "push" });

/** As the API takes them: days become the instants at which they begin and end here. */
export function apiFilters({ actor, action, target, from, to }: Filters): AuditFilters {
  return {
    actor: actor || undefined,
    action: action.join(",") || undefined,
    target: target || undefined,
    from: startOfDay(from, 0),
    to: startOfDay(to, 1),
  };
}

/** @returns undefined where it is no day @param daysLater 1 for the end of the day */
function startOfDay(day: string, daysLater: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
