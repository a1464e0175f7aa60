/** A webhook's deliveries over time, by where they stand now: read from one index, and no row besides. */
import { authorize, type Actor } from "../accounts/actor";
import { invalid } from "../core/errors";
import { uuidFloor } from "../core/ids";
import { outcomesOf, type CountedDeliveries, type WebhookOutcomes } from "../core/outcomes";
import { STATS_BUCKETS, statsRange, type SpanQuery } from "../core/stats";
import { pool, prisma } from "../db";
import { findWebhook } from "./webhooks";

/** `statusOf` of lib/deliveries/view.ts, of a webhook that isn't deleted. $2: where buckets begin; $3: the end. */
const COUNT = `
SELECT width_bucket(id, $2::uuid[]) - 1 AS bucket,
  CASE
    WHEN status <> 'pending' THEN status
    WHEN cause = 'test' THEN 'pending'
    WHEN id < $4::uuid THEN 'cancelled'
    WHEN $5 THEN 'pending'
    ELSE 'held'
  END AS status,
  response_code AS "responseCode", error, count(*)::float8 AS count
FROM deliveries
WHERE webhook_id = $1 AND id >= ($2::uuid[])[1] AND id < $3
GROUP BY 1, 2, 3, 4`;

/** @throws AppError validation_failed where the span holds no bucket, or too many */
export async function webhookOutcomes(actor: Actor, id: string, query: SpanQuery): Promise<WebhookOutcomes> {
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
  const { rows } = await pool().query<CountedDeliveries & { bucket: number }>(COUNT, [
    webhook.id,
    starts.map(uuidFloor),
    uuidFloor(to),
    webhook.discardBefore,
    webhook.status === "active",
  ]);
  const buckets = starts.map((): CountedDeliveries[] => []);
  for (const row of rows) buckets[row.bucket]?.push(row);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucket: query.bucket,
    total: outcomesOf(rows),
    buckets: buckets.map((its, index) => ({
      at: (starts[index] ?? from).toISOString(),
      ...outcomesOf(its),
    })),
  };
}
