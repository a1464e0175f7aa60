/** A webhook's deliveries over time, by where they stand now: read from one index, and no row besides. */
import { authorize, type Actor } from "../accounts/actor";
import { invalid } from "../core/errors";
import { uuidFloor } from "../core/ids";
import {
  endedDeliveries,
  OUTCOMES_COUNTED_MAX,
  outcomesOf,
  type CountedDeliveries,
  type WebhookOutcomes,
} from "../core/outcomes";
import { statsRange, type SpanQuery, type StatsRange } from "../core/stats";
import { STATS_BUCKETS, type StatsBucket } from "../core/stats-buckets";
import { pool, prisma } from "../db";
import { countedAttempts } from "./stats";
import { findWebhook } from "./webhooks";

/** `statusOf` of lib/deliveries/view.ts, of a webhook that isn't deleted. $2: where buckets begin; $3: the end; $6: the most. */
const countSql = (which: string) => `
SELECT width_bucket(id, $2::uuid[]) - 1 AS bucket,
  CASE
    WHEN status <> 'pending' THEN status
    WHEN cause = 'test' THEN 'pending'
    WHEN id < $4::uuid THEN 'cancelled'
    WHEN $5 THEN 'pending'
    ELSE 'held'
  END AS status,
  response_code AS "responseCode", error, count(*)::float8 AS count
FROM (
  SELECT id, status, cause, response_code, error FROM deliveries
  WHERE webhook_id = $1 AND id >= ($2::uuid[])[1] AND id < $3${which} LIMIT $6
) AS chosen
GROUP BY 1, 2, 3, 4`;

const COUNT = countSql("");
/** By the index of those that are due: few, but where much is held. */
const COUNT_PENDING = countSql(" AND status = 'pending' AND cause = 'event'");

type Row = CountedDeliveries & { bucket: number };

/**
 * @param countedMax with more deliveries than this, the answer is not exact
 * @throws AppError validation_failed where the span holds no bucket, or too many
 */
export async function webhookOutcomes(
  actor: Actor,
  id: string,
  query: SpanQuery,
  countedMax = OUTCOMES_COUNTED_MAX,
): Promise<WebhookOutcomes> {
  authorize(actor, "webhooks:read");
  const webhook = await findWebhook(prisma(), actor, id);
  const range = statsRange(query, new Date());
  if ("fields" in range) throw invalid(range.fields);
  const { from, to } = range;
  const ms = STATS_BUCKETS[query.bucket];
  const starts = Array.from(
    { length: (to.getTime() - from.getTime()) / ms },
    (_, index) => new Date(from.getTime() + index * ms),
  );
  const values = [
    webhook.id,
    starts.map(uuidFloor),
    uuidFloor(to),
    webhook.discardBefore,
    webhook.status === "active",
    countedMax + 1,
  ];
  const counted = (await pool().query<Row>(COUNT, values)).rows;
  const exact = counted.reduce((sum, { count }) => sum + count, 0) <= countedMax;
  const rows = exact
    ? counted
    : [...(await endedIn(webhook.id, range, query.bucket)), ...(await pool().query<Row>(COUNT_PENDING, values)).rows];
  const buckets = starts.map((): CountedDeliveries[] => []);
  for (const row of rows) buckets[row.bucket]?.push(row);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucket: query.bucket,
    exact,
    total: outcomesOf(rows),
    buckets: buckets.map((its, index) => ({
      at: (starts[index] ?? from).toISOString(),
      ...outcomesOf(its),
    })),
  };
}

/** Too many to count: what the rollups know of them. */
async function endedIn(webhookId: string, range: StatsRange, bucket: StatsBucket): Promise<Row[]> {
  const attempts = await countedAttempts(webhookId, range, bucket);
  return attempts.flatMap(({ at, ...counted }) => {
    const ended = endedDeliveries(counted);
    return ended ? { ...ended, bucket: (at - range.from.getTime()) / STATS_BUCKETS[bucket] } : [];
  });
}
