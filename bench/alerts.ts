/** What it costs to look after five thousand webhooks: CPU seconds a minute, of the looking process and of Postgres. */
import type { AlertCondition } from "../lib/core/alert-condition";
import { advanceCourses } from "../lib/alerts/course";
import { evaluateRules } from "../lib/alerts/evaluate";
import { pool } from "../lib/db";
import { newId } from "../lib/new-id";
import { COURSES_EVERY_MS, RULES_EVERY_MS } from "../workers/alerts";
import { deleteEverything, makeWebhooks } from "./fill";
import { startMeter } from "./processes";
import type { Stage } from "./stage";
import { printRow } from "./table";

const WEBHOOKS = 5_000;
const ROUNDS = 20;
const MINUTE_MS = 60_000;
const GOAL_SECONDS = 1;

/** What the worker's tasks of the queue `alerts` do, and how often. */
const LOOKS = [
  { name: "rules", everyMs: RULES_EVERY_MS, look: evaluateRules },
  { name: "courses", everyMs: COURSES_EVERY_MS, look: advanceCourses },
];

/** One of every kind, each about every webhook. */
const CONDITIONS: AlertCondition[] = [
  { kind: "repeated_failures", count: 10 },
  { kind: "success_rate", belowPercent: 95, windowMinutes: 60, minimumAttempts: 10 },
  { kind: "event_type_failing", eventType: "message.received", count: 10 },
  { kind: "latency_p95", aboveMs: 2000, windowMinutes: 15, minimumAttempts: 10 },
  { kind: "backlog_age", olderThanSeconds: 300 },
  { kind: "silence", forMinutes: 60 },
  { kind: "certificate", days: 14 },
];

export async function lookAfterMany(stage: Stage): Promise<void> {
  await deleteEverything();
  const { webhookIds } = await makeWebhooks(WEBHOOKS, (index) => `${stage.receiver.url}/${index}`);
  await makeHistory(webhookIds);
  await makeRules();
  for (const { name, everyMs, look } of LOOKS) {
    // What there is to tell is told by the first.
    await look(new Date());
    const meter = startMeter();
    const cpu = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round++) await look(new Date());
    const own = process.cpuUsage(cpu);
    const { postgres } = meter.stop();
    const aMinute = (seconds: number) => (seconds * MINUTE_MS) / everyMs / ROUNDS;
    const [here, there] = [aMinute((own.user + own.system) / 1e6), aMinute(postgres.cpuSeconds)];
    printRow({
      name: `${WEBHOOKS.toLocaleString("en")} webhooks, ${name} every ${everyMs / 1000} s`,
      note: `${(here + there).toFixed(2)} s of CPU a minute (goal ${GOAL_SECONDS}): ${here.toFixed(2)} here, ${there.toFixed(2)} in Postgres`,
    });
  }
}

/** Two hours of an attempt or more a minute; one webhook in twenty fails. */
async function makeHistory(webhookIds: readonly string[]): Promise<void> {
  await pool().query("SELECT ensure_partitions(now() - interval '1 day', now())");
  await pool().query(
    `INSERT INTO webhook_health (webhook_id, hits, last_hit_at, last_success_at, last_failure_at, consecutive_failures,
       failing_since, tls_expires_at)
     SELECT id, 1000, now(), CASE WHEN place % 20 > 0 THEN now() END, CASE WHEN place % 20 < 2 THEN now() END,
       CASE WHEN place % 20 = 0 THEN 50 ELSE 0 END, CASE WHEN place % 20 = 0 THEN now() - interval '2 hours' END,
       now() + interval '60 days'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS webhook (id, place)`,
    [webhookIds],
  );
  await pool().query(
    `INSERT INTO rollup_minutes (webhook_id, at, event_type, outcome, result, latency_bucket, count, duration_ms)
     SELECT id, date_trunc('minute', now()) - make_interval(mins => minute), 'message.received',
       CASE WHEN place % 20 = 0 THEN 'retrying' ELSE 'succeeded' END, CASE WHEN place % 20 = 0 THEN '503' ELSE '200' END,
       bucket, 3, 300
     FROM unnest($1::uuid[]) WITH ORDINALITY AS webhook (id, place), generate_series(0, 119) AS minute,
       unnest(ARRAY[12, 13, 14]) AS bucket`,
    [webhookIds],
  );
  await pool().query(
    `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status, next_attempt_at)
     SELECT uuid_v7(), account_id, webhooks.id, uuid_v7(), 'message.received', 'event',
       CASE WHEN place % 20 = 0 THEN 'pending' ELSE 'succeeded' END,
       CASE WHEN place % 20 = 0 THEN now() + interval '1 minute' END
     FROM unnest($1::uuid[]) WITH ORDINALITY AS webhook (id, place) JOIN webhooks ON webhooks.id = webhook.id,
       generate_series(1, 10)`,
    [webhookIds],
  );
  await pool().query("VACUUM ANALYZE rollup_minutes, deliveries, webhook_health, webhooks");
}

async function makeRules(): Promise<void> {
  const channels = { email: "owners", slack: null, operationalEvent: false };
  for (const condition of CONDITIONS) {
    await pool().query(
      `INSERT INTO alert_rules (id, account_id, kind, title, settings, channels)
       SELECT $1, id, $2, $2, $3, $4 FROM accounts`,
      [newId(), condition.kind, JSON.stringify(condition), JSON.stringify(channels)],
    );
  }
}
