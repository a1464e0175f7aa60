"use client";

import clsx from "clsx";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { eventTypesQuery } from "@/components/events/queries";
import { searchTypes } from "@/components/events/search-types";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorState } from "@/components/ui/error-state";
import { FieldError } from "@/components/ui/field-error";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { grouped } from "@/lib/core/event-groups";
import { unmatched } from "@/lib/core/selection";
import { EventGroupBoxes } from "./event-group-boxes";
import { EventSets } from "./event-sets";

interface Props {
  value: readonly string[];
  onChange: (patterns: string[]) => void;
  error?: string | undefined;
}

/** Event types by group. A ticked group stays a group: types that join it later are delivered, too. */
export function EventPicker({ value, onChange, error }: Props) {
  const errorId = useId();
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0">
      <legend className="mb-1 text-sm font-medium">Events</legend>
      <EventSets value={value} onChange={onChange} />
      <div className={clsx("mb-1 rounded-lg border bg-panel", error && "border-bad")}>
        <Boxes value={value} onChange={onChange} />
      </div>
      {error && (
        <FieldError id={errorId} live>
          {error}
        </FieldError>
      )}
    </fieldset>
  );
}

function Boxes({ value, onChange }: Omit<Props, "error">) {
  const [search, setSearch] = useState("");
  const query = useQuery(eventTypesQuery());
  if (query.isPending) return <SkeletonRows label="Loading event types" compact />;
  if (!query.data) {
    return (
      <ErrorState
        bare
        title="The event types could not be loaded"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      >
        {query.error.message}
      </ErrorState>
    );
  }
  const all = grouped(query.data);
  const shown = new Set(searchTypes(query.data, search).map(({ name }) => name));
  const visible = all.filter(({ types }) => types.some(({ name }) => shown.has(name)));
  const isAll = value.includes("*");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <Checkbox
          label="All events"
          hint="Also those that are added later."
          checked={isAll}
          indeterminate={!isAll && value.length > 0}
          onChange={() => onChange(isAll ? [] : ["*"])}
        />
        {/* Enter searches here; it doesn't submit the form around it. */}
        <div className="w-full sm:w-56" onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}>
          <SearchInput label="Search event types" value={search} onValueChange={setSearch} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {search && `${shown.size} event types match`}
      </p>
      {visible.length > 0 ? (
        <div className="columns-[228px] gap-4 p-4">
          {visible.map((group) => (
            <EventGroupBoxes
              key={group.name}
              group={group}
              groups={all}
              shown={shown}
              value={value}
              onChange={onChange}
            />
          ))}
        </div>
      ) : (
        <p className="p-4 text-ink-2">No event type matches “{search}”.</p>
      )}
      <Unmatched patterns={unmatched(all, value)} onRemove={(gone) => onChange(value.filter((one) => one !== gone))} />
    </>
  );
}

function Unmatched({ patterns, onRemove }: { patterns: readonly string[]; onRemove: (pattern: string) => void }) {
  if (patterns.length === 0) return null;
  return (
    <div role="group" aria-label="No longer in the catalogue" className="border-t px-4 py-2">
      <p className="mb-1 text-sm text-ink-2">No longer in the catalogue. Untick what isn’t needed.</p>
      {patterns.map((pattern) => (
        <Checkbox
          key={pattern}
          checked
          onChange={() => onRemove(pattern)}
          label={<span className="font-mono text-xs">{pattern}</span>}
        />
      ))}
    </div>
  );
}
