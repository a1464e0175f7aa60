"use client";

import { useTable, type RowSelectionState } from "@tanstack/react-table";
import { SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { Webhook } from "@/lib/core/webhook";
import { BulkBar } from "./bulk-bar";
import { orderAfter, readOrder, useTableView } from "./table-view";
import { columns, features } from "./webhook-columns";
import { RowKeyHints } from "./row-key-hints";
import { countStates, matches } from "./webhook-state";
import { WebhooksList } from "./webhooks-list";
import { WebhooksTable } from "./webhooks-table";
import { WebhooksToolbar } from "./webhooks-toolbar";

const PHONE = "(max-width: 639px)";

/** Of at least one webhook. */
export function WebhooksBody({ webhooks, isComplete }: { webhooks: readonly Webhook[]; isComplete: boolean }) {
  const t = useTranslations("webhooks");
  const [view, setView] = useTableView();
  // The head of a column, a chip, a letter show what was pressed at once; the rows follow.
  const q = useDeferredValue(view.q);
  const status = useDeferredValue(view.status);
  const sort = useDeferredValue(view.sort);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const hydrated = useHydrated();
  const isPhone = useMediaQuery(PHONE);
  const found = useMemo(
    () => webhooks.filter((webhook) => matches(webhook, { text: q, states: status })),
    [webhooks, q, status],
  );
  const { key, descending } = readOrder(sort);
  const sorting = useMemo(() => [{ id: key, desc: descending }], [key, descending]);
  const table = useTable({
    features,
    columns,
    data: found,
    getRowId: ({ id }) => id,
    state: { sorting, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const { rows } = table.getRowModel();
  // What is hidden by a filter, or gone, is not acted on.
  const selected = found.filter(({ id }) => rowSelection[id]);
  const isSelected = (id: string) => rowSelection[id] === true;
  return (
    <>
      <WebhooksToolbar
        counts={useMemo(() => countStates(webhooks), [webhooks])}
        found={found.length}
        total={webhooks.length}
        isComplete={isComplete}
      />
      {found.length === 0 && (
        <EmptyState
          picture={<SearchX aria-hidden />}
          title={t("noMatch.title")}
          actions={<Button onClick={() => void setView({ q: null, status: null })}>{t("noMatch.clear")}</Button>}
        >
          {t(isComplete ? "noMatch.searched" : "noMatch.loading")}
        </EmptyState>
      )}
      {found.length > 0 && (!hydrated || !isPhone) && (
        <WebhooksTable
          rows={rows}
          isSelected={isSelected}
          ticked={selected.length === 0 ? "none" : selected.length === found.length ? "all" : "some"}
          onTickAll={(ticked) => setRowSelection(ticked ? Object.fromEntries(found.map(({ id }) => [id, true])) : {})}
          sorted={readOrder(view.sort)}
          onSort={(clicked) => void setView({ sort: orderAfter(view.sort, clicked) })}
        />
      )}
      {found.length > 0 && (!hydrated || isPhone) && <WebhooksList rows={rows} isSelected={isSelected} />}
      {found.length > 0 && <RowKeyHints />}
      <BulkBar webhooks={selected} onClear={() => setRowSelection({})} />
    </>
  );
}
