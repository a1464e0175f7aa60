/** Which events a replay is about: the same ones are counted in a dry run and delivered anew by the worker. */
import { z } from "zod";
import { TEST_EVENT_TYPE } from "../core/subscription";
import { uuidFloor } from "../core/ids";
import { REPLAY_FATES } from "../core/redelivery";
import type { Range } from "./retry-choice";

/** What was asked for, as it is kept with the redelivery: the subscription is that of the moment it was asked for. */
export const replayRequestSchema = z.object({
  since: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }),
  types: z.array(z.string()),
  status: z.array(z.enum(REPLAY_FATES)).optional(),
  /** The webhook's filter, as an SQL/JSON path. */
  filterPath: z.string().nullable().default(null),
});
export type ReplayRequest = z.infer<typeof replayRequestSchema>;

/** Ids are made by the clocks of several machines: a delivery's may be a little older than its event's. */
const CLOCKS_DIFFER_MS = 3_600_000;

/**
 * `looked`: at most $4 events, by an index. `judged`: those that were meant, and what is to become of each, by how the last
 * delivery of the event to this webhook ended. What the Test button sent is never meant. An event that is still on its way
 * arrives without a replay, so it is left out.
 */
export const JUDGED_REPLAYS = `
looked AS MATERIALIZED (
  SELECT id, type, created_at,
    CASE
      WHEN type = '${TEST_EVENT_TYPE}' THEN false
      WHEN NOT (type = ANY ($6) OR EXISTS (SELECT FROM unnest($7::text[]) AS p (prefix) WHERE starts_with(type, prefix)))
        THEN false
      -- Last, as it is dear.
      WHEN $11::text IS NULL THEN true
      ELSE data::jsonb @@ $11::jsonpath IS TRUE
    END AS is_wanted
  FROM events WHERE account_id = $1 AND id > $2 AND id <= $3 ORDER BY id LIMIT $4
), judged AS (
  SELECT looked.id, looked.type, looked.created_at,
    CASE
      WHEN $9::text[] IS NULL AND fate.status = 'pending' THEN 'underWay'
      WHEN $9::text[] IS NULL OR coalesce(fate.status, 'missing') = ANY ($9) THEN 'chosen'
      ELSE 'other'
    END AS verdict
  FROM looked
  CROSS JOIN LATERAL (
    SELECT bool_or(cause = 'test') AS is_test,
      (array_agg(CASE WHEN status = 'pending' AND id < $8::uuid THEN 'cancelled' ELSE status END ORDER BY id DESC)
        FILTER (WHERE webhook_id = $5 AND cause = 'event'))[1] AS status
    FROM deliveries WHERE event_id = looked.id AND id > $10
  ) AS fate
  WHERE is_wanted AND fate.is_test IS NOT TRUE
)`;

export interface ReplayTarget {
  /** uuids */
  accountId: string;
  webhookId: string;
  /** Of the webhook: what waits below it counts as cancelled. */
  discardBefore: string | null;
}

/** $1 to $11. @param scan how many events may be looked at */
export function replayValues(target: ReplayTarget, request: ReplayRequest, range: Range, scan: number): unknown[] {
  const { types, status, since, filterPath } = request;
  return [
    target.accountId,
    range.after,
    range.last,
    scan,
    target.webhookId,
    types.filter((pattern) => !pattern.endsWith("*")),
    types.filter((pattern) => pattern.endsWith("*")).map((pattern) => pattern.slice(0, -1)),
    target.discardBefore,
    status ?? null,
    uuidFloor(new Date(Math.max(Date.parse(since) - CLOCKS_DIFFER_MS, 0))),
    filterPath,
  ];
}

export function replayRange({ since, until }: ReplayRequest): Range {
  return {
    after: uuidFloor(new Date(Math.max(Date.parse(since), 0))),
    last: uuidFloor(new Date(Date.parse(until) + 1)),
  };
}
