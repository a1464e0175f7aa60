/**
 * Rollups of a span of time, exact at any moment: whole hours or days as far as they have been summed, minutes for the
 * rest, and what came late. One statement, as a fold moves rows from one to another.
 */

const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type Step = keyof typeof MS;

/** A row has `webhook_id, at, outcome, result, latency_bucket, count, duration_ms`; $1 to $4 are `rowsValues`. */
export function rowsSql(step: Step, condition: string): string {
  const wholes = step === "day" ? "rollup_days" : "rollup_hours";
  const spans: [table: string, span: string][] = [
    [wholes, "at >= $3 AND at < $4"],
    ["rollup_minutes", "at >= $1 AND at < least($2, $3)"],
    ["rollup_minutes", "at >= greatest($3, least((SELECT folded_until FROM rollup_progress), $4)) AND at < $2"],
    ["rollup_late", "at >= $1 AND at < $2"],
  ];
  return spans
    .map(
      ([table, span]) =>
        `SELECT webhook_id, at, outcome, result, latency_bucket, count::bigint, duration_ms FROM ${table}
         WHERE ${condition} AND ${span}`,
    )
    .join(" UNION ALL ");
}

/**
 * @param from to the minute
 * @param to itself not counted, and the minute it lies in is
 * @param step of "minute", nothing but minutes is read; they are kept for two weeks
 */
export function rowsValues(step: Step, from: Date, to: Date): Date[] {
  const start = new Date(floor(from, MS.minute));
  if (step === "minute") return [start, to, to, to];
  const firstWhole = new Date(floor(new Date(start.getTime() + MS[step] - 1), MS[step]));
  return [start, to, firstWhole, new Date(floor(to, MS[step]))];
}

function floor(at: Date, ms: number): number {
  return Math.floor(at.getTime() / ms) * ms;
}
