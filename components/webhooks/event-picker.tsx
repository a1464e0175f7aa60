"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CATALOGUE } from "@/lib/core/catalogue";
import type { CatalogueGroup } from "@/lib/core/catalogue/define";
import { groupState, toggleGroup, toggleType } from "@/lib/core/selection";
import { isSubscribed } from "@/lib/core/subscription";

interface Props {
  value: readonly string[];
  onChange: (patterns: string[]) => void;
  error?: string | undefined;
}

/** Event types by group. A ticked group stays a group: types that join it later are delivered, too. */
export function EventPicker({ value, onChange, error }: Props) {
  const errorId = useId();
  const isAll = value.includes("*");
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0">
      <legend className="mb-1 text-sm font-medium">Events</legend>
      <div className="rounded-lg border bg-panel">
        <div className="border-b px-4 py-2">
          <Checkbox
            label="All events"
            hint="Also those that are added later."
            checked={isAll}
            indeterminate={!isAll && value.length > 0}
            onChange={() => onChange(isAll ? [] : ["*"])}
          />
        </div>
        <div className="columns-[228px] gap-4 p-4">
          {CATALOGUE.map((group) => (
            <Group key={group.name} group={group} value={value} onChange={onChange} />
          ))}
        </div>
      </div>
      {error && (
        <p id={errorId} role="alert" className="mt-1 text-sm text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Group({ group, value, onChange }: { group: CatalogueGroup } & Pick<Props, "value" | "onChange">) {
  const state = groupState(group, value);
  return (
    <div role="group" aria-label={group.name} className="mb-4 break-inside-avoid">
      <Checkbox
        label={<span className="font-medium">{group.name}</span>}
        checked={state === "all"}
        indeterminate={state === "some"}
        onChange={() => onChange(toggleGroup(CATALOGUE, value, group))}
      />
      <ul className="mt-1 flex flex-col gap-1 pl-6">
        {group.types.map(({ name, description }) => (
          <li key={name} title={description}>
            <Checkbox
              label={<span className="font-mono text-xs wrap-anywhere">{name}</span>}
              checked={isSubscribed(value, name)}
              onChange={() => onChange(toggleType(CATALOGUE, value, name))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
