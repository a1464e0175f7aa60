"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { apiKeysQuery } from "@/components/account/queries";
import { membersQuery } from "@/components/team/queries";
import { Button } from "@/components/ui/button";
import { MultiSelect } from "@/components/ui/multi-select";
import { Select } from "@/components/ui/select";
import type { AuditEntry } from "@/lib/core/audit-log";
import { AUDIT_ACTIONS } from "@/lib/core/audit-actions";
import { ClearFilters } from "./audit-states";
import { DayField } from "./day-field";
import { isFiltered, useAuditFilters } from "./use-audit-filters";

const ANYBODY = "anybody";

/** @param entries what is shown: it names what is filtered by */
export function AuditFilterBar({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTranslations("audit");
  const [filters, setFilters] = useAuditFilters();
  const { actor, action, target, from, to } = filters;
  const actors = useActors(actor, entries);
  const about = entries.find(({ target: { id } }) => id === target)?.target.name ?? target;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 max-sm:gap-1">
      <Select
        fit
        aria-label={t("filters.who")}
        prefix={t("filters.who")}
        value={actor || ANYBODY}
        onValueChange={(value) => void setFilters({ actor: value === ANYBODY ? null : value })}
        options={[{ value: ANYBODY, label: t("filters.anybody") }, ...actors]}
      />
      <MultiSelect
        label={t("filters.what")}
        options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))}
        value={action}
        onValueChange={(value) => void setFilters({ action: value })}
      />
      <DayField
        label={t("filters.from")}
        value={from}
        onValueChange={(day) => void setFilters({ from: day || null })}
      />
      <DayField label={t("filters.to")} value={to} onValueChange={(day) => void setFilters({ to: day || null })} />
      {target && (
        <Button
          onClick={() => void setFilters({ target: null })}
          aria-label={`${t("filters.about", { name: about })}. ${t("filters.removeAbout")}`}
          className="max-w-full"
        >
          <span className="truncate">{t("filters.about", { name: about })}</span>
          <X aria-hidden />
        </Button>
      )}
      {isFiltered(filters) && <ClearFilters />}
    </div>
  );
}

/** Members and API keys there are, and the one that is chosen, also where they are gone. */
function useActors(chosen: string, entries: readonly AuditEntry[]): { value: string; label: string }[] {
  const members = useQuery(membersQuery()).data ?? [];
  const keys = useQuery(apiKeysQuery()).data?.data ?? [];
  const known = [
    ...members.map(({ id, email }) => ({ value: id, label: email })),
    ...keys.map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (!chosen || known.some(({ value }) => value === chosen)) return known;
  const name = entries.find(({ actor: { id } }) => id === chosen)?.actor.name;
  return [...known, { value: chosen, label: name ?? `${chosen.slice(0, 12)}…` }];
}
