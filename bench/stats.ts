/** How long the numbers of a busy webhook take, for a quarter of a year. */
import { encodeId } from "../lib/core/ids";
import { pool } from "../lib/db";
import { foldRollups } from "../lib/rollups/fold";
import { ALL_TYPES } from "../lib/rollups/rows";
import { deleteEverything, makeWebhooks } from "./fill";
import { API_KEY, type Stage } from "./stage";
import { percentiles, printRow } from "./table";

const DAYS = 90;
const ATTEMPTS = 50_000_000;
const TYPES = 24;
/** Of each event type in each hour. */
const ENDINGS = `(VALUES
  ('succeeded', '200', 9), ('succeeded', '200', 10), ('succeeded', '200', 11), ('succeeded', '200', 12),
  ('succeeded', '200', 13), ('succeeded', '200', 14), ('succeeded', '200', 15), ('succeeded', '200', 16),
  ('succeeded', '200', 17), ('succeeded', '200', 18), ('succeeded', '200', 19), ('succeeded', '200', 20),
  ('retrying', '503', 12), ('retrying', '503', 13), ('retrying', '503', 14), ('retrying', '503', 15),
  ('retrying', 'timeout', 24), ('retrying', 'reset', 14), ('failed', '404', 13), ('failed', 'timeout', 24)
) AS ending (outcome, result, latency_bucket)`;
const ENDINGS_COUNT = 20;
const CALLS = 40;

const perHour = Math.round(ATTEMPTS / (DAYS * 24 * TYPES * ENDINGS_COUNT));

/** Up to the hour before this one; what is younger comes as minutes and is summed as the worker does it. */
const SUMMED_UNTIL = "date_trunc('hour', now()) - interval '1 hour'";
const eachOf = (from: string, to: string, step: string) => `
  SELECT $1, at, 'type.n' || type, outcome, result, latency_bucket, ${perHour}, ${perHour} * 80
  FROM generate_series(${from}, ${to}, '1 ${step}') AS at, generate_series(1, ${TYPES}) AS type, ${ENDINGS}`;

const FILLS = [
  `SELECT ensure_partitions(now() - interval '${DAYS + 1} days', now())`,
  `UPDATE rollup_progress SET folded_until = ${SUMMED_UNTIL}`,
  `INSERT INTO rollup_hours ${eachOf(`${SUMMED_UNTIL} - interval '${DAYS} days'`, `${SUMMED_UNTIL} - interval '1 hour'`, "hour")}`,
  `INSERT INTO rollup_hours
   SELECT webhook_id, at, '${ALL_TYPES}', outcome, result, latency_bucket, sum(count), sum(duration_ms)
   FROM rollup_hours WHERE webhook_id = $1 GROUP BY 1, 2, 4, 5, 6`,
  `INSERT INTO rollup_days
   SELECT webhook_id, date_bin('1 day', at, 'epoch'), event_type, outcome, result, latency_bucket, sum(count), sum(duration_ms)
   FROM rollup_hours WHERE webhook_id = $1 GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO rollup_minutes ${eachOf(SUMMED_UNTIL, "now()", "minute")}`,
];

export async function readStats(stage: Stage): Promise<void> {
  await deleteEverything();
  const { webhookIds } = await makeWebhooks(1, () => stage.receiver.url);
  const [webhookId = ""] = webhookIds;
  for (const sql of FILLS) await pool().query(sql, sql.includes("$1") ? [webhookId] : []);
  await foldRollups();
  await pool().query("VACUUM ANALYZE rollup_minutes, rollup_hours, rollup_days");
  const web = await stage.startWeb();
  const path = `${stage.webUrl}/api/v1/webhooks/${encodeId("webhook", webhookId)}/stats`;
  for (const [name, days, more] of [
    [`stats of ${DAYS} days by day`, DAYS, "bucket=day"],
    [`stats of ${DAYS} days, 1 event type`, DAYS, "bucket=day&type=type.n3"],
    ["stats of 7 days by hour", 7, "bucket=hour"],
  ] as const) {
    const from = new Date(Date.now() - days * 86_400_000).toISOString();
    await measure(name, `${path}?from=${from}&${more}`);
  }
  await web.stop();
}

async function measure(name: string, url: string): Promise<void> {
  const took: number[] = [];
  let attempts = 0;
  // The first one opens connections.
  for (let call = 0; call <= CALLS; call++) {
    const began = performance.now();
    const response = await fetch(url, { headers: { Authorization: `Bearer ${API_KEY}` } });
    const { total } = (await response.json()) as { total: { attempts: number } };
    if (call > 0) took.push(performance.now() - began);
    attempts = total.attempts;
  }
  printRow({ name, latency: percentiles(took), note: `${attempts.toLocaleString("en")} attempts` });
}
