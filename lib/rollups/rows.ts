/**
 * Rollups of a span of time, exact at any moment: whole hours or days as far as they have been summed, minutes for the
 * rest, and what came late. One statement, as a fold moves rows from one to another.
 */

const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type Step = keyof typeof MS;

/** Hours and days have rows for each event type, and rows of all together: whoever doesn't say which reads everything twice. */
export const ALL_TYPES = "*";

/** Of a row in any of the tables. */
export const ROLLUP_KEY = "webhook_id, at, event_type, outcome, result, latency_bucket";

/** Behind an INSERT into one of them, which has the alias `rollup`: what is counted there already stays. */
export const ADD_UP = `ON CONFLICT (${ROLLUP_KEY}) DO UPDATE SET
  count = rollup.count + excluded.count, duration_ms = rollup.duration_ms + excluded.duration_ms`;

export interface Rows {
  /** uuids */
  webhookIds: readonly string[];
  /** To the minute. */
  from: Date;
  /** Itself not counted, but for the minute it lies in. */
  to: Date;
  /** All of them unless given. */
  types?: readonly string[] | undefined;
}

/** A row has `webhook_id, at, outcome, result, latency_bucket, count, duration_ms`; $1 to $7 are `rowsValues`. */
export function rowsSql(step: Step): string {
  const wholes = step === "day" ? "rollup_days" : "rollup_hours";
  const spans: [table: string, condition: string][] = [
    [wholes, "event_type = ANY ($6::text[]) AND at >= $3 AND at < $4"],
    ["rollup_minutes", `${OF_TYPES} AND at >= $1 AND at < least($2, $3)`],
    [
      "rollup_minutes",
      `${OF_TYPES} AND at >= greatest($3, least((SELECT folded_until FROM rollup_progress), $4)) AND at < $2`,
    ],
    ["rollup_late", `${OF_TYPES} AND at >= $1 AND at < $2`],
  ];
  return spans
    .map(
      ([table, condition]) =>
        `SELECT webhook_id, at, outcome, result, latency_bucket, count::bigint, duration_ms FROM ${table}
         WHERE webhook_id = ANY ($5::uuid[]) AND ${condition}`,
    )
    .join(" UNION ALL ");
}

const OF_TYPES = "($7::text[] IS NULL OR event_type = ANY ($7))";

/** @param step of "minute", nothing but minutes is read; they are kept for two weeks */
export function rowsValues(step: Step, { webhookIds, from, to, types }: Rows): unknown[] {
  const chosen = [webhookIds, types ?? [ALL_TYPES], types ?? null];
  const start = new Date(floor(from.getTime(), MS.minute));
  if (step === "minute") return [start, to, to, to, ...chosen];
  const firstWhole = new Date(floor(start.getTime() + MS[step] - 1, MS[step]));
  return [start, to, firstWhole, new Date(floor(to.getTime(), MS[step])), ...chosen];
}

function floor(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}
