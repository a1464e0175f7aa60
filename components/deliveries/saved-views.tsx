"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Bookmark, Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { ATTEMPT_ERRORS } from "@/lib/core/attempt";
import type { SavedView } from "@/lib/core/saved-view";
import { savedViewsQuery } from "./queries";
import { SaveViewDialog } from "./save-view-dialog";
import { fromSaved, toSaved, useDeliveryFilters } from "./use-delivery-filters";
import { useSavedViews } from "./use-saved-views";

/** What everybody asks for. What waits for its next try has failed before. */
const DEFAULTS = {
  failed: { status: "failed" },
  waiting: { status: "pending", error: ATTEMPT_ERRORS.join(",") },
  lastHour: { status: "failed", last: "1h" },
} as const;

const same = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/** Filters under a name: to go to, to keep, to rename, to delete. */
export function SavedViews() {
  const t = useTranslations("logs.views");
  const [filters, setFilters] = useDeliveryFilters();
  const { data: views = [] } = useQuery(savedViewsQuery());
  const [naming, setNaming] = useState<{ view: SavedView | null } | null>(null);
  const [lastId, setLastId] = useState<string | null>(null);
  const { replace, remove } = useSavedViews();
  const now = toSaved(filters);
  const current = views.find((view) => same(view.filters, now));
  const last = current ?? views.find(({ id }) => id === lastId);
  const builtIn = (["failed", "waiting", "lastHour"] as const).map((key) => ({ key, filters: DEFAULTS[key] }));
  const shownName = current?.name ?? builtIn.find((view) => same(view.filters, now))?.key;
  const go = (saved: Readonly<Record<string, string>>, id: string | null) => {
    setLastId(id);
    void setFilters(fromSaved(saved));
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button className="max-w-60">
            <Bookmark aria-hidden />
            <span className="truncate">
              {current ? current.name : shownName ? t(shownName as "failed") : t("label")}
            </span>
          </Button>
        }
      >
        {builtIn.map(({ key, filters: its }) => (
          <MenuItem key={key} icon={<Mark isOn={same(its, now)} />} onSelect={() => go(its, null)}>
            {t(key)}
          </MenuItem>
        ))}
        <MenuSeparator />
        {views.map((view) => (
          <MenuItem key={view.id} icon={<Mark isOn={view === current} />} onSelect={() => go(view.filters, view.id)}>
            {view.name}
          </MenuItem>
        ))}
        {views.length === 0 && <p className="px-2 py-1 text-sm text-ink-3">{t("none")}</p>}
        <MenuSeparator />
        <MenuItem disabled={Object.keys(now).length === 0} onSelect={() => setNaming({ view: null })}>
          {t("save")}
        </MenuItem>
        {last && !current && Object.keys(now).length > 0 && (
          <MenuItem onSelect={() => replace(last, now)}>{t("replace", { name: last.name })}</MenuItem>
        )}
        {last && (
          <>
            <MenuItem onSelect={() => setNaming({ view: last })}>{t("rename", { name: last.name })}</MenuItem>
            <MenuItem danger onSelect={() => remove(last)}>
              {t("delete", { name: last.name })}
            </MenuItem>
          </>
        )}
      </Menu>
      {naming && (
        <SaveViewDialog view={naming.view} filters={now} onClose={() => setNaming(null)} onSaved={setLastId} />
      )}
    </>
  );
}

const Mark = ({ isOn }: { isOn: boolean }) => <Check aria-hidden className={clsx("size-4", !isOn && "invisible")} />;
