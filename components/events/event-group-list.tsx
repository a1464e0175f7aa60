"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { EventTypeGroup } from "@/lib/core/event-groups";

interface Props {
  group: EventTypeGroup;
  onOpen: (name: string) => void;
}

/** A group as a heading, its types beneath; each opens. */
export function EventGroupList({ group, onOpen }: Props) {
  const t = useTranslations("events");
  return (
    <Panel title={group.name} flush>
      <ul>
        {group.types.map(({ name, description, isBuiltIn }) => (
          <li key={name} className="border-t border-line-2">
            <button
              type="button"
              onClick={() => onOpen(name)}
              className="flex min-h-11 w-full items-center gap-x-4 px-4 py-2 text-left hover:bg-fill"
            >
              <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[16rem_minmax(0,1fr)] sm:items-baseline">
                <span className="flex min-w-0 items-baseline gap-2 font-mono text-sm">
                  <span className="min-w-0 wrap-anywhere">{name}</span>
                  {!isBuiltIn && <Tag className="shrink-0">{t("yours")}</Tag>}
                </span>
                <span className="min-w-0 text-ink-2 wrap-anywhere">{description}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
