"use client";

import { Fragment, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { useMay } from "@/components/account/viewer";
import { Checkbox } from "@/components/ui/checkbox";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Sorted, SortKey } from "./table-view";
import { useRowKeys } from "./use-row-keys";
import { useVirtualRows } from "./use-virtual-rows";
import type { WebhookTableRow } from "./webhook-columns";
import { ROW_HEIGHT, WebhookRow } from "./webhook-row";

interface Props {
  rows: readonly WebhookTableRow[];
  isSelected: (id: string) => boolean;
  /** Of all rows. */
  ticked: "all" | "some" | "none";
  onTickAll: (ticked: boolean) => void;
  sorted: Sorted;
  onSort: (key: SortKey) => void;
}

/** Which columns there are, and from which width on. */
const HEADINGS = [
  { key: "number", numeric: true, className: "max-lg:hidden" },
  { key: "title" },
  { key: "events", className: "max-lg:hidden", isFixed: true },
  { key: "status" },
  { key: "health" },
  { key: "hits", numeric: true, className: "max-lg:hidden" },
  { key: "lastHit" },
  { key: "createdAt", className: "max-xl:hidden" },
] as const;

export function WebhooksTable({ rows: all, isSelected, ticked, onTickAll, sorted, onSort }: Props) {
  const t = useTranslations("webhooks");
  const may = useMay("webhooks:write");
  const [focused, setFocused] = useState(-1);
  const { body, rows, end } = useVirtualRows<HTMLTableSectionElement>({
    count: all.length,
    rowHeight: ROW_HEIGHT,
    keep: focused,
  });
  useRowKeys({
    ids: all.map(({ id }) => id),
    draw: (index) => flushSync(() => setFocused(index)),
    onToggle: (index) => may && all[index]?.toggleSelected(),
  });
  const direction = (key: SortKey) => (sorted.key !== key ? "none" : sorted.descending ? "descending" : "ascending");
  return (
    <Table label={t("tabs.webhooks")} aria-rowcount={all.length + 1} className="max-sm:hidden">
      <TableHead>
        {may && (
          <Th className="w-8 pr-0">
            <Checkbox
              aria-label={t("selectAll")}
              checked={ticked === "all"}
              indeterminate={ticked === "some"}
              onChange={({ target }) => onTickAll(target.checked)}
            />
          </Th>
        )}
        {HEADINGS.map(({ key, ...heading }) => (
          <Th
            key={key}
            numeric={"numeric" in heading}
            className={"className" in heading ? heading.className : undefined}
            {...(key === "events" ? {} : { sort: direction(key), onSort: () => onSort(key) })}
          >
            {t(`columns.${key}`)}
          </Th>
        ))}
        <Th>
          <span className="sr-only">{t("columns.actions")}</span>
        </Th>
      </TableHead>
      <tbody
        ref={body}
        onFocus={({ target }) => {
          const index = target.closest("tr")?.ariaRowIndex;
          setFocused(index ? Number(index) - 2 : -1);
        }}
      >
        {rows.map(({ index, gap }) => {
          const row = all[index];
          if (!row) return null;
          return (
            <Fragment key={row.id}>
              <Gap height={gap} />
              <WebhookRow row={row} rowIndex={index + 2} selected={isSelected(row.id)} />
            </Fragment>
          );
        })}
        <Gap height={end} />
      </tbody>
    </Table>
  );
}

/** In place of rows that are not there. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}
