import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import type { Actor } from "../accounts/actor";
import { ATTEMPT_ERRORS } from "../core/attempt";
import { deliveriesQuerySchema } from "../core/delivery";
import { DELIVERY_STATUSES } from "../core/delivery-status";
import { decodeId, uuidV7 } from "../core/ids";
import { outcomesQuerySchema } from "../core/stats";
import { STATS_BUCKETS, type StatsBucket } from "../core/stats-buckets";
import { closeDb, pool, prisma } from "../db";
import { countDeliveries } from "../deliveries/count";
import { closeQueue } from "../queue";
import { foldedFrom } from "../testing/folding";
import { makeOwner, makeWebhook } from "../testing/factories";
import { seededRandom, type Random } from "../testing/random";
import { webhookOutcomes } from "./outcomes";
import { updateWebhook } from "./webhooks";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const DAY_MS = 86_400_000;
const DAYS = 6;

let owner: Actor;
beforeAll(async () => {
  owner = await makeOwner();
  await pool().query("SELECT ensure_partitions(now() - interval '8 days', now())");
});

/** As record, retries and discards leave rows: each status with whatever its latest attempt may have ended with. */
function randomDelivery(random: Random) {
  const status = random.pick(["pending", "pending", "succeeded", "succeeded", "failed", "cancelled"]);
  const [responseCode, error] = random.pick<[number | null, string | null]>([
    [200, null],
    [204, null],
    [401, "http_status"],
    [503, "http_status"],
    [null, "timeout"],
    [200, "timeout"],
    [null, "interrupted"],
    [null, null],
  ]);
  const at = Date.now() - random.int(DAYS * DAY_MS);
  const bytes = Uint8Array.from({ length: 10 }, () => random.int(256));
  return {
    id: uuidV7(at, bytes),
    createdAt: new Date(at),
    cause: random.int(8) === 0 ? "test" : "event",
    ...{ status, responseCode, error, eventType: "sms.sent" },
  };
}

async function fill(webhookId: string, random: Random, count: number): Promise<string[]> {
  const webhook = decodeId("webhook", webhookId) ?? "";
  const rows = Array.from({ length: count }, () => randomDelivery(random));
  await prisma().delivery.createMany({
    data: rows.map((row) => ({ ...row, accountId: owner.accountId, webhookId: webhook, eventId: row.id })),
  });
  return rows.map(({ id }) => id).toSorted();
}

/** As the log counts: by its own filter. */
async function logCount(query: Record<string, string>): Promise<number> {
  const { count, exact } = await countDeliveries(owner, deliveriesQuerySchema.parse(query));
  expect(exact).toBe(true);
  return count;
}

it("a chart counts exactly what the log lists for the same webhook, span and filter, whatever has happened", async () => {
  const random = seededRandom();
  onTestFailed(() => void process.stdout.write(`seed ${random.seed}\n`));
  const [one, other] = [await makeWebhook(owner), await makeWebhook(owner)];
  const ids = await fill(one.id, random, 600);
  await fill(other.id, random, 200);
  const discardBefore = ids[200] ?? "";
  const where = { id: decodeId("webhook", one.id) ?? "" };
  for (const change of ["active", "paused", "discarding"] as const) {
    if (change === "paused") await updateWebhook(owner, one.id, { status: "paused" });
    if (change === "discarding") await prisma().webhook.update({ where, data: { status: "active", discardBefore } });
    for (const bucket of Object.keys(STATS_BUCKETS) as StatsBucket[]) await compare(one.id, bucket, random);
  }
});

async function compare(id: string, bucket: StatsBucket, random: Random): Promise<void> {
  const ms = STATS_BUCKETS[bucket];
  const to = Date.now() - random.int(DAY_MS);
  const from = to - Math.min(DAYS * DAY_MS, ms * (1 + random.int(100)));
  const asked = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket };
  const outcomes = await webhookOutcomes(owner, id, outcomesQuerySchema.parse(asked));
  const sum = (part: (one: (typeof outcomes.buckets)[number]) => number | undefined) =>
    outcomes.buckets.reduce((total, one) => total + (part(one) ?? 0), 0);
  const span = { webhookId: id, from: outcomes.from, to: outcomes.to };
  const { total } = outcomes;
  expect(total.deliveries, bucket).toBe(await logCount(span));
  expect(sum(({ deliveries }) => deliveries)).toBe(total.deliveries);
  for (const status of DELIVERY_STATUSES) {
    expect(total.statuses[status], `${bucket} ${status}`).toBe(await logCount({ ...span, status }));
    expect(sum(({ statuses }) => statuses[status])).toBe(total.statuses[status]);
  }
  for (const code of ["200", "204", "401", "503", "404"]) {
    expect(total.codes[code] ?? 0, `${bucket} ${code}`).toBe(await logCount({ ...span, code }));
  }
  for (const error of ATTEMPT_ERRORS) {
    expect(total.errors[error] ?? 0, `${bucket} ${error}`).toBe(await logCount({ ...span, error }));
  }
  const chosen = random.pick([outcomes.buckets[0], ...outcomes.buckets] as [(typeof outcomes.buckets)[number]]);
  const itsSpan = { webhookId: id, from: chosen.at, to: new Date(Date.parse(chosen.at) + ms).toISOString() };
  expect(chosen.deliveries).toBe(await logCount(itsSpan));
  expect(chosen.statuses.failed).toBe(await logCount({ ...itsSpan, status: "failed" }));
}

it("of too many to count says about how they ended, and exactly what still waits", async () => {
  const { id } = await makeWebhook(owner);
  const webhook = decodeId("webhook", id) ?? "";
  const at = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  await pool().query(
    `INSERT INTO rollup_minutes (webhook_id, at, event_type, outcome, result, latency_bucket, count, duration_ms)
     VALUES ($1, $2, 'sms.sent', 'succeeded', '200', 3, 90, 900), ($1, $2, 'sms.sent', 'retrying', '503', 3, 7, 70),
       ($1, $2, 'sms.sent', 'failed', '503', 3, 4, 40), ($1, $2, 'sms.sent', 'failed', 'timeout', 3, 2, 20)`,
    [webhook, at],
  );
  await pool().query(
    `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status)
     SELECT uuid_v7(), $1, $2, uuid_v7(), 'sms.sent', 'event', CASE WHEN n <= 3 THEN 'pending' ELSE 'succeeded' END
     FROM generate_series(1, 10) AS n`,
    [owner.accountId, webhook],
  );
  const query = outcomesQuerySchema.parse({ bucket: "hour" });
  expect(await webhookOutcomes(owner, id, query, 10)).toMatchObject({ exact: true, total: { deliveries: 10 } });
  const about = await foldedFrom(at, () => webhookOutcomes(owner, id, query, 9));
  expect(about).toMatchObject({
    exact: false,
    total: { deliveries: 99, statuses: { succeeded: 90, failed: 6, pending: 3 }, codes: { 200: 90, 503: 4 } },
  });
  expect(about.total.errors).toEqual({ http_status: 4, timeout: 2 });
  expect(about.total.unanswered).toEqual({ timeout: 2 });
});

it("is of one's own webhooks only, and refuses spans that are none", async () => {
  const { id } = await makeWebhook(owner);
  const query = outcomesQuerySchema.parse({});
  await expect(webhookOutcomes(await makeOwner(), id, query)).rejects.toThrow("nothing here");
  const never = outcomesQuerySchema.parse({ from: "2030-01-01T00:00:00Z" });
  await expect(webhookOutcomes(owner, id, never)).rejects.toThrow();
  const empty = await webhookOutcomes(owner, id, query);
  expect(empty.buckets).toHaveLength(24);
  expect(empty.total).toMatchObject({ deliveries: 0, codes: {}, errors: {} });
});

it("reads the index and no row besides, however many there are", async () => {
  const [{ id }, other] = [await makeWebhook(owner), await makeWebhook(owner)];
  await pool().query(
    `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status)
     SELECT uuid_v7(), $1, (ARRAY[$2, $3])[1 + (n % 5 <> 0)::int]::uuid, uuid_v7(), 'sms.sent', 'event', 'succeeded'
     FROM generate_series(1, 50000) AS n`,
    [owner.accountId, decodeId("webhook", id), decodeId("webhook", other.id)],
  );
  await pool().query("VACUUM ANALYZE deliveries");
  const { rows } = await pool().query<{ "QUERY PLAN": string }>(
    `EXPLAIN SELECT status, response_code, error, cause, count(*) FROM deliveries
     WHERE webhook_id = $1 AND id >= uuid_v7_floor(now() - interval '1 hour') GROUP BY 1, 2, 3, 4`,
    [decodeId("webhook", id)],
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/Index Only Scan using deliveries_\w*webhook/);
});
