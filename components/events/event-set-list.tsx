"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Banner } from "@/components/ui/banner";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import type { EventSet } from "@/lib/core/event-type";
import { DeleteEventSet } from "./delete-event-set";
import { contentsOf } from "./event-set-words";
import { eventSetsQuery } from "./queries";
import { useCatalogueWords } from "./use-catalogue-words";

/** The sets that a subscription can begin with. Closed it names them, open it says what is in them. */
export function EventSetList() {
  const t = useTranslations("events.sets");
  const all = useTranslations("events");
  const { words } = useCatalogueWords();
  const mayWrite = useMay("webhooks:write");
  const query = useQuery(eventSetsQuery());
  const [deleting, setDeleting] = useState<EventSet>();
  const sets = query.data ?? [];
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none items-center gap-x-4 rounded-lg px-4 py-2 [&::-webkit-details-marker]:hidden">
        <h2 className="text-sm font-medium whitespace-nowrap">{t("title")}</h2>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-3">
          {sets.map(({ id, name }) => (id ? name : words(name))).join(", ")}
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 group-open:rotate-90" />
      </summary>
      <div className="px-4 pb-3">
        <p className="max-w-prose text-sm text-ink-2">{t("description")}</p>
        {query.isPending && <SkeletonRows label={t("loading")} compact />}
        {query.isError && (
          <Banner tone="bad" title={t("failed")}>
            {query.error.message}
          </Banner>
        )}
        <ul aria-label={t("title")} className="divide-y divide-line-2">
          {sets.map((set) => (
            <li key={set.id ?? set.name} className="flex min-h-9 items-center gap-2 py-1">
              <div className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[16rem_minmax(0,1fr)] sm:items-baseline">
                <span className="flex min-w-0 items-baseline gap-2">
                  <span className="min-w-0 font-medium wrap-anywhere">{set.id ? set.name : words(set.name)}</span>
                  {set.id && <Tag className="shrink-0">{all("yours")}</Tag>}
                </span>
                <span className="min-w-0 text-sm text-ink-2 wrap-anywhere">{contentsOf(all, set, 8)}</span>
              </div>
              {set.id && mayWrite && (
                <IconButton label={t("delete", { name: set.name })} size="sm" onClick={() => setDeleting(set)}>
                  <Trash2 />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      </div>
      {deleting?.id && <DeleteEventSet id={deleting.id} name={deleting.name} onClose={() => setDeleting(undefined)} />}
    </details>
  );
}
