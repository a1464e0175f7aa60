import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type Row,
} from "@tanstack/react-table";
import type { Webhook } from "@/lib/core/webhook";
import type { SortKey } from "./table-view";
import { shownState, SHOWN_STATES } from "./webhook-state";

export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
});

export type WebhookTableRow = Row<typeof features, Webhook>;

/** What a webhook is sorted by; undefined where it has none: then it stands last, whichever way one sorts. */
const VALUES: Record<SortKey, (webhook: Webhook) => number | string | undefined> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  status: (webhook) => SHOWN_STATES.indexOf(shownState(webhook)),
  health: ({ health }) => health.successRate ?? undefined,
  hits: ({ hits }) => hits,
  lastHit: ({ lastHitAt }) => (lastHitAt ? Date.parse(lastHitAt) : undefined),
  createdAt: ({ createdAt }) => Date.parse(createdAt),
};

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: WebhookTableRow, b: WebhookTableRow, column: string): number {
  const [one, other] = [a.getValue(column), b.getValue(column)];
  const order =
    typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));
  // Equals in the order in which they were made, so that a refresh moves nothing.
  return order || a.original.number - b.original.number;
}

const helper = createColumnHelper<typeof features, Webhook>();

/** What rows are sorted by; how they look is the row's own business. */
export const columns = helper.columns(
  (Object.keys(VALUES) as SortKey[]).map((id) =>
    helper.accessor(VALUES[id], { id, sortFn: compare, sortUndefined: "last" }),
  ),
);
