import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SHOWN_STATES } from "./webhook-state";

export const SORTABLE = ["number", "title", "status", "health", "hits", "lastHit", "createdAt"] as const;
export type SortKey = (typeof SORTABLE)[number];

const ORDERS = SORTABLE.flatMap((key) => [key, `-${key}`] as const);
type Order = (typeof ORDERS)[number];

const VIEW = {
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(SHOWN_STATES)).withDefault([]),
  /** A minus: the greatest first. */
  sort: parseAsStringLiteral(ORDERS).withDefault("-number"),
};

/** Search, filter and order live in the URL: a link shows what its sender saw, and Back undoes a step. */
export const useTableView = () => useQueryStates(VIEW, { history: "push" });

export interface Sorted {
  key: SortKey;
  descending: boolean;
}

export function readOrder(order: Order): Sorted {
  const descending = order.startsWith("-");
  return { key: (descending ? order.slice(1) : order) as SortKey, descending };
}

/** What is better read from its greatest on begins so. */
const GREATEST_FIRST: ReadonlySet<SortKey> = new Set(["number", "hits", "lastHit", "createdAt"]);

/** The order after a click on a column's heading: turned round where it was sorted by that already. */
export function orderAfter(order: Order, clicked: SortKey): Order {
  const { key, descending } = readOrder(order);
  const greatestFirst = key === clicked ? !descending : GREATEST_FIRST.has(clicked);
  return greatestFirst ? `-${clicked}` : clicked;
}
