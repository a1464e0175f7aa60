/** Counting what a bulk retry or a replay would do, up to a bound. */
import type { RedeliveryPreview } from "../core/redelivery";

/** Rows looked at for a count. Beyond that it is a lower bound. */
export const PREVIEW_SCAN = 100_000;

/** To be put behind `looked` and `judged`. */
export const COUNT_CHOSEN = `
SELECT count(*) FILTER (WHERE verdict = 'chosen')::int AS count,
  min(created_at) FILTER (WHERE verdict = 'chosen') AS from, max(created_at) FILTER (WHERE verdict = 'chosen') AS to,
  count(*) FILTER (WHERE verdict = 'alreadyDelivered')::int AS "alreadyDelivered",
  count(*) FILTER (WHERE verdict = 'underWay')::int AS "underWay",
  count(*) FILTER (WHERE verdict = 'webhookDeleted')::int AS "webhookDeleted",
  count(*) FILTER (WHERE verdict = 'notFailed')::int AS "notFailed",
  (SELECT count(*) FROM looked)::int AS looked`;

export interface Counted {
  count: number;
  from: Date | null;
  to: Date | null;
  alreadyDelivered: number;
  underWay: number;
  webhookDeleted: number;
  notFailed: number;
  looked: number;
  webhooks: number;
  held: number;
}

export function previewOf(counted: Counted, ratePerSecond: number, named = counted.looked): RedeliveryPreview {
  const { count, from, to, looked, webhooks, held, alreadyDelivered, underWay, webhookDeleted, notFailed } = counted;
  return {
    count,
    isExact: looked < PREVIEW_SCAN,
    webhooks,
    held,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    leftOut: { alreadyDelivered, underWay, webhookDeleted, notFailed, notFound: named - looked },
    seconds: Math.ceil(count / ratePerSecond),
  };
}
