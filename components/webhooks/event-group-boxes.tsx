"use client";

import { useId } from "react";
import { sentence } from "@/components/events/sentence";
import { Checkbox } from "@/components/ui/checkbox";
import { Tooltip } from "@/components/ui/tooltip";
import type { EventTypeGroup } from "@/lib/core/event-groups";
import type { EventType } from "@/lib/core/event-type";
import { groupState, toggleGroup, toggleType } from "@/lib/core/selection";
import { isSubscribed } from "@/lib/core/subscription";

interface Props {
  group: EventTypeGroup;
  /** All there are, also those that a search hides. */
  groups: readonly EventTypeGroup[];
  /** Names that a search left. */
  shown: ReadonlySet<string>;
  value: readonly string[];
  onChange: (patterns: string[]) => void;
}

/** A group's box, and one for each of its types. */
export function EventGroupBoxes({ group, groups, shown, value, onChange }: Props) {
  const state = groupState(group, value);
  return (
    <div role="group" aria-label={group.name} className="mb-4 break-inside-avoid">
      <Checkbox
        label={<span className="font-medium">{group.name}</span>}
        checked={state === "all"}
        indeterminate={state === "some"}
        onChange={() => onChange(toggleGroup(groups, value, group))}
      />
      <ul className="mt-1 flex flex-col gap-1 pl-6">
        {group.types
          .filter(({ name }) => shown.has(name))
          .map((type) => (
            <TypeBox
              key={type.name}
              type={type}
              checked={isSubscribed(value, type.name)}
              onChange={() => onChange(toggleType(groups, value, type.name))}
            />
          ))}
      </ul>
    </div>
  );
}

interface TypeBoxProps {
  type: EventType;
  checked: boolean;
  onChange: () => void;
}

/** Says on hover and on focus what the type is for; screen readers are told with the box. */
function TypeBox({ type: { name, description, useCases, isBuiltIn }, checked, onChange }: TypeBoxProps) {
  const aboutId = useId();
  return (
    <Tooltip
      side="right"
      content={
        <>
          {sentence(description)}
          {useCases.length > 0 && (
            <span className="mt-1 block">
              {useCases.map((useCase) => (
                <span key={useCase} className="block">
                  · {useCase}
                </span>
              ))}
            </span>
          )}
        </>
      }
    >
      <li>
        <Checkbox
          label={
            <>
              <span className="font-mono text-xs wrap-anywhere">{name}</span>
              {!isBuiltIn && <span className="ml-1 text-xs text-ink-3">yours</span>}
            </>
          }
          aria-describedby={aboutId}
          checked={checked}
          onChange={onChange}
        />
        <span id={aboutId} hidden>
          {[sentence(description), ...useCases].join(" ")}
        </span>
      </li>
    </Tooltip>
  );
}
