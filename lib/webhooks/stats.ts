/** A webhook's numbers over time, from the minute rollups: no attempt is read. */
import { authorize, type Actor } from "../accounts/actor";
import { invalid } from "../core/errors";
import { percentileMs } from "../core/latency";
import { STATS_BUCKETS, statsRange, type StatsCounts, type StatsQuery, type WebhookStats } from "../core/stats";
import { pool, prisma } from "../db";
import { findWebhook } from "./webhooks";

const COUNT = `
SELECT date_bin($2::interval, at, 'epoch') AS at, outcome, result, latency_bucket AS latency, sum(count)::int AS count
FROM rollup_minutes WHERE webhook_id = $1 AND rollup_minutes.at >= $3 AND rollup_minutes.at < $4
GROUP BY 1, 2, 3, 4`;

interface Counted {
  at: Date;
  outcome: string;
  result: string;
  latency: number;
  count: number;
}

/** @throws AppError validation_failed where the span holds no bucket, or too many */
export async function webhookStats(actor: Actor, id: string, query: StatsQuery): Promise<WebhookStats> {
  authorize(actor, "webhooks:read");
  const webhook = await findWebhook(prisma(), actor, id);
  const range = statsRange(query, new Date());
  if ("fields" in range) throw invalid(range.fields);
  const { from, to } = range;
  const ms = STATS_BUCKETS[query.bucket];
  const { rows } = await pool().query<Counted>(COUNT, [webhook.id, `${ms} milliseconds`, from, to]);
  const byBucket = new Map<number, Counted[]>();
  for (const row of rows) {
    const known = byBucket.get(row.at.getTime());
    if (known) known.push(row);
    else byBucket.set(row.at.getTime(), [row]);
  }
  const starts = Array.from(
    { length: (to.getTime() - from.getTime()) / ms },
    (_, index) => from.getTime() + index * ms,
  );
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucket: query.bucket,
    total: countsOf(rows),
    buckets: starts.map((at) => ({ at: new Date(at).toISOString(), ...countsOf(byBucket.get(at) ?? []) })),
  };
}

function countsOf(rows: readonly Counted[]): StatsCounts {
  const outcomes = { succeeded: 0, retrying: 0, failed: 0 };
  const codes: Record<string, number> = {};
  const errors: Record<string, number> = {};
  const latencies = new Map<number, number>();
  let attempts = 0;
  for (const { outcome, result, latency, count } of rows) {
    attempts += count;
    if (outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += count;
    const results = /^\d+$/.test(result) ? codes : errors;
    results[result] = (results[result] ?? 0) + count;
    latencies.set(latency, (latencies.get(latency) ?? 0) + count);
  }
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentileMs(latencies, share));
  const latencyMs = p50 === undefined || p95 === undefined || p99 === undefined ? null : { p50, p95, p99 };
  return { attempts, ...outcomes, codes, errors, latencyMs };
}
