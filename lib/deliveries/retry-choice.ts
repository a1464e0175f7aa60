/** Which deliveries a bulk retry is about: the same rows are counted in a dry run and sent again by the worker. */
import { decodeId, uuidFloor } from "../core/ids";
import type { RetryMany } from "../core/redelivery";

/** What was asked for, as it is kept with the redelivery. */
export type RetryRequest = Pick<RetryMany, "ids" | "filter">;

/** uuids: the rows above the one, up to and with the other. */
export interface Range {
  after: string;
  last: string;
}

const LOWEST = "00000000-0000-0000-0000-000000000000";

/**
 * `looked`: at most $5 rows, by an index. `judged`: those that were meant, and what is to become of each. What was named is
 * sent again unless it has arrived or is on its way; a filter never means tests, as nobody watches them any more. Only a
 * replay makes a second delivery of an event: whoever never had one is spared the look for it. Run as an unnamed
 * statement, so that it is planned with its values.
 */
export const JUDGED_RETRIES = `
looked AS MATERIALIZED (
  SELECT id, webhook_id, event_id, event_type, status, created_at, response_code, error FROM deliveries
  WHERE account_id = $1 AND id > $3 AND id <= $4
    AND ($6::uuid[] IS NULL OR id = ANY ($6))
    AND ($6::uuid[] IS NOT NULL OR (status = ANY ($2) AND cause = 'event'))
  ORDER BY id LIMIT $5
), judged AS (
  SELECT looked.id, looked.webhook_id, looked.created_at, webhooks.status <> 'active' AS held,
    CASE
      WHEN webhooks.deleted_at IS NOT NULL THEN 'webhookDeleted'
      WHEN looked.status <> ALL ($2) THEN 'notFailed'
      WHEN later.has_arrived THEN 'alreadyDelivered'
      WHEN later.is_under_way THEN 'underWay'
      ELSE 'chosen'
    END AS verdict
  FROM looked
  JOIN webhooks ON webhooks.id = looked.webhook_id AND webhooks.account_id = $1
  CROSS JOIN LATERAL (
    SELECT bool_or(status = 'succeeded') AS has_arrived, bool_or(status = 'pending') AS is_under_way
    FROM deliveries
    WHERE event_id = looked.event_id AND webhook_id = looked.webhook_id AND cause = 'event' AND id > looked.id
      AND redelivery_id IS NOT NULL AND (SELECT EXISTS (SELECT FROM redeliveries WHERE account_id = $1 AND kind = 'replay'))
  ) AS later
  WHERE ($7::uuid[] IS NULL OR looked.webhook_id = ANY ($7)) AND ($8::text[] IS NULL OR looked.event_type = ANY ($8))
    AND ($9::int[] IS NULL OR looked.response_code = ANY ($9)) AND ($10::text[] IS NULL OR looked.error = ANY ($10))
)`;

/** $1 to $10. @param scan how many rows may be looked at */
export function retryValues(accountId: string, request: RetryRequest, { after, last }: Range, scan: number): unknown[] {
  const { ids, filter } = request;
  return [
    accountId,
    filter?.status ?? ["failed", "cancelled"],
    after,
    last,
    scan,
    ids ? uuidsOf("delivery", ids) : null,
    filter?.webhookId ? uuidsOf("webhook", filter.webhookId) : null,
    filter?.type ?? null,
    filter?.code ?? null,
    filter?.error ?? null,
  ];
}

/** Between which rows those that are meant can be; what comes in after `now` is not meant. */
export function retryRange({ ids, filter }: RetryRequest, now: Date): Range {
  if (ids) return { after: LOWEST, last: uuidsOf("delivery", ids).toSorted().at(-1) ?? LOWEST };
  const to = filter?.to ? Math.min(Date.parse(filter.to), now.getTime()) : now.getTime();
  return {
    after: filter?.from ? uuidFloor(new Date(Math.max(Date.parse(filter.from), 0))) : LOWEST,
    last: uuidFloor(new Date(Math.max(to, 0) + 1)),
  };
}

/** Those that are ids of ours, each once. */
function uuidsOf(kind: "delivery" | "webhook", ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => decodeId(kind, id) ?? []))];
}
