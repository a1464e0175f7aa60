"use client";

import clsx from "clsx";
import { useQuery } from "@tanstack/react-query";
import { ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { eventTypesQuery } from "@/components/events/queries";
import { searchTypes } from "@/components/events/search-types";
import { useCatalogueWords } from "@/components/events/use-catalogue-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field-error";
import { QueryError } from "@/components/ui/query-error";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { grouped } from "@/lib/core/event-groups";
import { unmatched } from "@/lib/core/selection";
import { isSubscribed } from "@/lib/core/subscription";
import { EventGroupBoxes } from "./event-group-boxes";
import { EventSets } from "./event-sets";
import { NoEventMatches } from "./no-event-matches";
import { Unmatched } from "./unmatched";

interface Props {
  value: readonly string[];
  onChange: (patterns: string[]) => void;
  error?: string | undefined;
}

/** Event types by group. A ticked group stays a group: types that join it later are delivered, too. */
export function EventPicker({ value, onChange, error }: Props) {
  const t = useTranslations("form.events");
  const errorId = useId();
  return (
    <fieldset
      aria-describedby={error ? errorId : undefined}
      data-invalid={error ? true : undefined}
      className="min-w-0"
    >
      <legend className="mb-1 text-sm font-medium">{t("legend")}</legend>
      <EventSets value={value} onChange={onChange} />
      <div className={clsx("mb-1 rounded-lg border bg-panel", error && "border-bad")}>
        <Tree value={value} onChange={onChange} />
      </div>
      {error && (
        <FieldError id={errorId} live>
          {error}
        </FieldError>
      )}
    </fieldset>
  );
}

function Tree({ value, onChange }: Omit<Props, "error">) {
  const t = useTranslations("form.events");
  const [search, setSearch] = useState("");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery(eventTypesQuery());
  const { ofType } = useCatalogueWords();
  if (query.isPending) return <SkeletonRows label={t("loading")} compact />;
  if (!query.data) {
    return <QueryError bare query={query} title={t("failed")} />;
  }
  const types = query.data.map(ofType);
  const groups = grouped(types);
  const shown = new Set(searchTypes(types, search).map(({ name }) => name));
  const visible = groups.filter(({ types }) => types.some(({ name }) => shown.has(name)));
  const isAll = value.includes("*");
  const toggle = (name: string) => {
    const next = new Set(closed);
    if (!next.delete(name)) next.add(name);
    setClosed(next);
  };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <Checkbox
          label={t("all")}
          hint={t("allHint")}
          checked={isAll}
          indeterminate={!isAll && value.length > 0}
          onChange={() => onChange(isAll ? [] : ["*"])}
        />
        {/* Enter searches here; it doesn't submit the form around it. */}
        <div className="w-full sm:w-56" onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}>
          <SearchInput label={t("search")} value={search} onValueChange={setSearch} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {search && t("matches", { count: shown.size })}
      </p>
      {visible.length > 0 ? (
        <>
          <div className="columns-[228px] gap-4 px-4 pt-4 pb-2">
            {visible.map((group) => (
              <EventGroupBoxes
                key={group.name}
                group={group}
                groups={groups}
                shown={shown}
                value={value}
                onChange={onChange}
                // What was searched for is shown, however it was left.
                isOpen={search !== "" || !closed.has(group.name)}
                onToggle={search === "" ? () => toggle(group.name) : undefined}
              />
            ))}
          </div>
          <div className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2 text-sm text-ink-3">
            <span role="status">
              {t("chosen", { count: query.data.filter(({ name }) => isSubscribed(value, name)).length })}
            </span>
            {search === "" && (
              <Expansion
                isAnyOpen={groups.some(({ name }) => !closed.has(name))}
                onExpand={() => setClosed(new Set())}
                onCollapse={() => setClosed(new Set(groups.map(({ name }) => name)))}
              />
            )}
          </div>
        </>
      ) : (
        <NoEventMatches
          search={search}
          onClear={() => setSearch("")}
          onCreated={(name) => {
            setSearch("");
            onChange(isSubscribed(value, name) ? [...value] : [...value, name]);
          }}
        />
      )}
      <Unmatched
        patterns={unmatched(groups, value)}
        onRemove={(gone) => onChange(value.filter((one) => one !== gone))}
      />
    </>
  );
}

interface ExpansionProps {
  isAnyOpen: boolean;
  onExpand: () => void;
  onCollapse: () => void;
}

function Expansion({ isAnyOpen, onExpand, onCollapse }: ExpansionProps) {
  const t = useTranslations("form.events");
  const Icon = isAnyOpen ? ChevronsDownUp : ChevronsUpDown;
  return (
    <Button variant="ghost" size="sm" onClick={isAnyOpen ? onCollapse : onExpand}>
      <Icon aria-hidden />
      {t(isAnyOpen ? "collapseAll" : "expandAll")}
    </Button>
  );
}
