/** A webhook's numbers over time, from the rollups: no attempt is read. */
import { authorize, type Actor } from "../accounts/actor";
import { invalid } from "../core/errors";
import { statsOf, statsRange, type StatsQuery, type StatsRange, type WebhookStats } from "../core/stats";
import { STATS_BUCKETS, stepOf, type StatsBucket } from "../core/stats-buckets";
import type { Counted } from "../core/window";
import { pool, prisma } from "../db";
import { rowsSql, rowsValues } from "../rollups/rows";
import { findWebhook } from "./webhooks";

const countSql = (bucket: StatsBucket) => `
SELECT date_part('epoch', date_bin('${STATS_BUCKETS[bucket]} milliseconds', at, 'epoch')) * 1000 AS at, outcome, result,
  latency_bucket AS "latencyBucket", sum(count)::float8 AS count, sum(duration_ms)::float8 AS "durationMs"
FROM (${rowsSql(stepOf(bucket))}) AS rollup
GROUP BY 1, 2, 3, 4`;

/** @returns attempts that ended alike, with the bucket's beginning in ms */
export async function countedAttempts(
  webhookId: string,
  range: StatsRange,
  bucket: StatsBucket,
  types?: readonly string[],
): Promise<(Counted & { at: number })[]> {
  const values = rowsValues(stepOf(bucket), { webhookIds: [webhookId], ...range, types });
  return (await pool().query<Counted & { at: number }>(countSql(bucket), values)).rows;
}

/** @throws AppError validation_failed where the span holds no bucket, too many, or more minutes than are kept */
export async function webhookStats(actor: Actor, id: string, query: StatsQuery): Promise<WebhookStats> {
  authorize(actor, "webhooks:read");
  const webhook = await findWebhook(prisma(), actor, id);
  const range = statsRange(query, new Date());
  if ("fields" in range) throw invalid(range.fields);
  const { from, to } = range;
  const { bucket, type } = query;
  const rows = await countedAttempts(webhook.id, range, bucket, type?.length ? type : undefined);
  const ms = STATS_BUCKETS[bucket];
  const buckets = Array.from({ length: (to.getTime() - from.getTime()) / ms }, (): Counted[] => []);
  for (const row of rows) buckets[(row.at - from.getTime()) / ms]?.push(row);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucket,
    total: statsOf(rows),
    buckets: buckets.map((its, index) => ({
      at: new Date(from.getTime() + index * ms).toISOString(),
      ...statsOf(its),
    })),
  };
}
