"use client";

import { ChevronRight } from "lucide-react";
import clsx from "clsx";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { EventTypeGroup } from "@/lib/core/event-groups";
import { groupState, toggleGroup, toggleType } from "@/lib/core/selection";
import { isSubscribed } from "@/lib/core/subscription";
import { EventTypeBox } from "./event-type-box";

interface Props {
  group: EventTypeGroup;
  /** All there are, also those that a search hides. */
  groups: readonly EventTypeGroup[];
  /** Names that a search left. */
  shown: ReadonlySet<string>;
  value: readonly string[];
  onChange: (patterns: string[]) => void;
  isOpen: boolean;
  /** Undefined where it can't be closed. */
  onToggle: (() => void) | undefined;
}

/** A group's box, and one for each of its types, which can be folded away. */
export function EventGroupBoxes({ group, groups, shown, value, onChange, isOpen, onToggle }: Props) {
  const t = useTranslations("form.events");
  const listId = useId();
  const state = groupState(group, value);
  const chosen = group.types.filter(({ name }) => isSubscribed(value, name)).length;
  return (
    <div role="group" aria-label={group.name} className="mb-4 break-inside-avoid">
      <div className="flex items-start justify-between gap-2">
        <Checkbox
          label={<span className="font-medium">{group.name}</span>}
          checked={state === "all"}
          indeterminate={state === "some"}
          onChange={() => onChange(toggleGroup(groups, value, group))}
        />
        <button
          type="button"
          aria-label={t("groupToggle", { group: group.name })}
          aria-expanded={isOpen}
          aria-controls={listId}
          disabled={!onToggle}
          onClick={onToggle}
          className="hit relative inline-flex h-5 items-center gap-1 rounded-sm px-1 text-xs text-ink-3 enabled:hover:text-ink"
        >
          <span aria-hidden>{t("of", { count: chosen, all: group.types.length })}</span>
          <ChevronRight aria-hidden className={clsx("size-4 transition-transform", isOpen && "rotate-90")} />
        </button>
      </div>
      <ul id={listId} hidden={!isOpen} className="mt-1 flex flex-col gap-1 pl-6 [&[hidden]]:hidden">
        {group.types
          .filter(({ name }) => shown.has(name))
          .map((type) => (
            <EventTypeBox
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
