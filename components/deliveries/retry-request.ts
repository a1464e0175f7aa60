import { deliveriesApi } from "@/lib/api-client/deliveries";
import type { RetryManyInput } from "@/lib/core/redelivery";
import { toQuery, type Filters } from "./use-delivery-filters";

/** What has arrived is sent again one by one only: all of it at once is seldom meant. */
const RETRYABLE = ["failed", "cancelled"] as const;

/** Of one bulk retry, by their ids. */
const MAX_IDS = 1_000;
const PAGE = 200;
/** Pages may be empty where what is sought is rare. */
const MAX_PAGES = 50;

const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Whether it takes a search to know what matches. */
export const isSearched = ({ q, where, code }: Filters) =>
  q !== "" || where !== "" || code.some((one) => !/^\d+$/.test(one));

/** Of the statuses that are shown, those that could be retried; where there is none of them, what has failed. */
function retriedOf({ status }: Filters): (typeof RETRYABLE)[number][] {
  const wanted = RETRYABLE.filter((one) => status.includes(one));
  return wanted.length > 0 ? wanted : ["failed"];
}

/** The log's filters as a bulk retry takes them; undefined where they show nothing that could be retried. */
export function retryFilterOf(filters: Filters): RetryManyInput["filter"] {
  const { webhook, status, type, code, error, redelivery, from, to, last } = filters;
  if (redelivery.length > 0 || status.includes("succeeded")) return undefined;
  if (status.length > 0 && !RETRYABLE.some((one) => status.includes(one))) return undefined;
  const since = from || (last && sinceOf(last));
  return {
    status: retriedOf(filters),
    ...(webhook.length > 0 ? { webhookId: webhook } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(code.length > 0 ? { code: code.map(Number) } : {}),
    ...(error.length > 0 ? { error } : {}),
    ...(since ? { from: since } : {}),
    ...(to ? { to } : {}),
  };
}

const sinceOf = (last: string) =>
  new Date(Date.now() - Number.parseInt(last) * (UNIT_MS[last.slice(-1)] ?? 0)).toISOString();

/** The ids of all that match and could be retried; undefined where they are too many. */
export async function idsThatMatch(filters: Filters): Promise<string[] | undefined> {
  const status = retriedOf(filters).join(",");
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await deliveriesApi.list({ ...toQuery(filters), status, limit: PAGE, cursor });
    ids.push(...page.data.map(({ id }) => id));
    if (ids.length > MAX_IDS) return undefined;
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
  return undefined;
}
