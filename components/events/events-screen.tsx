"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { QueryError } from "@/components/ui/query-error";
import { SearchInput } from "@/components/ui/search-input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { grouped } from "@/lib/core/event-groups";
import { EventGroupList } from "./event-group-list";
import { EventTypeSheet } from "./event-type-sheet";
import { EventSetList } from "./event-set-list";
import { eventTypesQuery } from "./queries";
import { searchTypes } from "./search-types";
import { useCatalogueWords } from "./use-catalogue-words";
import { useOpenType } from "./use-open-type";
import { ValidationSetting } from "./validation-setting";

/** The catalogue: what can be published and subscribed to. The search and the open type live in the URL. */
export function EventsScreen() {
  const t = useTranslations("events");
  const { ofType } = useCatalogueWords();
  const query = useQuery(eventTypesQuery());
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  const [openName, setOpenName] = useOpenType();
  if (query.isPending) return <SkeletonRows label={t("loading")} />;
  if (!query.data) {
    return <QueryError query={query} title={t("failed")} />;
  }
  const found = searchTypes(query.data.map(ofType), search);
  return (
    <>
      <div className="mb-4 divide-y divide-line-2 rounded-lg border bg-panel">
        <ValidationSetting />
        <EventSetList />
      </div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <SearchInput
          label={t("search")}
          value={search}
          onValueChange={(text) => void setSearch(text || null)}
          className="w-full sm:w-72"
        />
        <p className="text-ink-3" role="status">
          {t("count", { count: found.length })}
        </p>
      </div>
      <div className="flex flex-col gap-4">
        {grouped(found).map((group) => (
          <EventGroupList key={group.name} group={group} onOpen={(name) => void setOpenName(name)} />
        ))}
        {found.length === 0 && (
          <EmptyState
            picture={<SearchX aria-hidden />}
            title={t("noMatch")}
            actions={<Button onClick={() => void setSearch(null)}>{t("clearSearch")}</Button>}
          >
            {t("noMatchHint")}
          </EmptyState>
        )}
      </div>
      {openName && <EventTypeSheet key={openName} name={openName} onClose={() => void setOpenName(null)} />}
    </>
  );
}
