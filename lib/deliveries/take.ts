/** Taking due deliveries: rows are leased, so that no other worker sends them while this one does. */
import { hotPool, type Connection } from "../db";
import { pgColumns } from "../pg-arrays";
import { IS_FIRST_OF_ITS_KEY, PARKED } from "./order";

/** Beyond a webhook's timeout: time to wait for a free slot and to record the result. */
export const LEASE_MARGIN_MS = 10_000;

/** Thousands of deliveries may be taken at once: those above this size don't wait in memory. */
const LARGE_BYTES = 16 * 1024;

/** One delivery that is due, with what is needed to send it. */
export interface Due {
  /** uuid */
  id: string;
  accountId: string;
  eventId: string;
  type: string;
  timestamp: Date;
  /** Canonical JSON; null where it is large, to be loaded when its turn has come. */
  data: string | null;
  cause: "event" | "test";
  /** This attempt's number. It is claimed: a result is recorded only while no later attempt has been. */
  attempt: number;
  failures: number;
  /** Asked for by hand: until it ends, its failures say nothing about the webhook's health. */
  manual: boolean;
  /** Deliveries with the same one go one after another. */
  orderKey: string | null;
  /** By this process's clock, which may differ from the database's. */
  leasedUntil: Date;
  /** Where the webhook has a rate: not to be sent before. By `performance.now()`. */
  startsAt?: number;
}

export interface Take {
  webhookId: string;
  /** False for a paused or disabled webhook: only tests go out, and the probe. */
  active: boolean;
  /** uuid: of what a disabled webhook holds, the one delivery that is let out. */
  probeId?: string | null;
  limit: number;
  leaseMs: number;
}

/**
 * Tests come first: somebody is watching them. An expired lease means that a worker stopped between taking and
 * recording; that attempt is written down as interrupted, and does not use up the schedule.
 */
const TAKE = `
WITH candidate AS (
  SELECT due.id, due.leased_until, take.lease
  FROM (
    SELECT webhook_id, active, probe_id, row_limit, make_interval(secs => lease_ms / 1000.0) AS lease
    FROM unnest($1::uuid[], $2::boolean[], $3::uuid[], $4::integer[], $5::integer[])
      AS t (webhook_id, active, probe_id, row_limit, lease_ms)
  ) AS take CROSS JOIN LATERAL (
    SELECT * FROM (
      SELECT id, leased_until FROM deliveries
      WHERE webhook_id = take.webhook_id AND status = 'pending' AND cause = 'test' AND next_attempt_at <= now()
        AND (leased_until IS NULL OR leased_until < now())
      ORDER BY id LIMIT take.row_limit FOR UPDATE SKIP LOCKED
    ) AS test
    UNION ALL
    SELECT * FROM (
      SELECT id, leased_until FROM deliveries
      WHERE take.active AND webhook_id = take.webhook_id AND status = 'pending' AND cause = 'event'
        AND next_attempt_at <= now() AND (leased_until IS NULL OR leased_until < now())
        AND ${IS_FIRST_OF_ITS_KEY}
      ORDER BY next_attempt_at, id LIMIT take.row_limit FOR UPDATE SKIP LOCKED
    ) AS event
    UNION ALL
    SELECT * FROM (
      SELECT id, leased_until FROM deliveries
      WHERE NOT take.active AND id = take.probe_id AND webhook_id = take.webhook_id AND status = 'pending'
        AND cause = 'event' AND next_attempt_at <= now() AND (leased_until IS NULL OR leased_until < now())
      FOR UPDATE SKIP LOCKED
    ) AS probe
  ) AS due
), taken AS (
  UPDATE deliveries SET attempts = attempts + 1, leased_until = now() + candidate.lease
  FROM candidate WHERE deliveries.id = candidate.id
  RETURNING deliveries.id, deliveries.account_id, deliveries.webhook_id, deliveries.event_id, deliveries.cause,
    deliveries.attempts, deliveries.failures, deliveries.manual, deliveries.order_key, deliveries.next_attempt_at,
    candidate.leased_until - candidate.lease AS interrupted_at
), interrupted AS (
  INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, started_at, outcome, error, manual)
  SELECT uuid_v7(), account_id, webhook_id, id, attempts - 1, interrupted_at, 'interrupted', 'interrupted', manual
  FROM taken WHERE interrupted_at IS NOT NULL
)
SELECT taken.id, taken.account_id AS "accountId", taken.webhook_id AS "webhookId", taken.event_id AS "eventId",
  events.type, date_part('epoch', events.timestamp) * 1000 AS timestamp, CASE WHEN octet_length(events.data) <= ${LARGE_BYTES} THEN events.data END AS data, taken.cause,
  taken.attempts AS attempt, taken.failures, taken.manual, taken.order_key AS "orderKey"
FROM taken JOIN events ON events.id = taken.event_id
ORDER BY taken.cause DESC, taken.next_attempt_at, taken.id`;

interface Taken extends Omit<Due, "timestamp" | "leasedUntil"> {
  webhookId: string;
  /** Unix milliseconds: quicker to read than a date's text. */
  timestamp: number;
}

/**
 * Takes for several webhooks in one statement.
 * @param takes at most one a webhook
 * @param connection where this is part of a transaction
 * @returns what was taken, in the order of the takes
 */
export async function takeDue(takes: readonly Take[], connection: Connection = hotPool()): Promise<Due[][]> {
  // Read before the leases begin: what this process believes of them is never too long.
  const now = Date.now();
  const values = pgColumns(takes, [
    ["uuid", ({ webhookId }) => webhookId],
    ["boolean", ({ active }) => active],
    ["uuid", ({ probeId }) => probeId],
    ["integer", ({ limit }) => limit],
    ["integer", ({ leaseMs }) => leaseMs],
  ]);
  const { rows } = await connection.query<Taken>({ name: "take", text: TAKE, values });
  const taken = takes.map(({ leaseMs }) => ({ leasedUntil: new Date(now + leaseMs), due: [] as Due[] }));
  const byWebhook = new Map(takes.map(({ webhookId }, index) => [webhookId, taken[index]]));
  for (const row of rows) {
    const its = byWebhook.get(row.webhookId);
    its?.due.push({ ...row, timestamp: new Date(row.timestamp), leasedUntil: its.leasedUntil });
  }
  return taken.map(({ due }) => due);
}

/** The data of an event that was too large to be taken along. @param eventId uuid */
export async function loadData(eventId: string): Promise<string> {
  const query = { name: "load-data", text: "SELECT data FROM events WHERE id = $1", values: [eventId] };
  const [row] = (await hotPool().query<{ data: string }>(query)).rows;
  if (!row) throw new Error(`event ${eventId} has gone while its delivery was taken`);
  return row.data;
}

/** What is parked behind another delivery is no reason to look; a webhook with a rate has to wait for its next moment. */
const NEXT_DUE = `
SELECT look.webhook_id AS "webhookId",
  date_part('epoch', greatest(due.at, pace.free_at) - clock_timestamp()) * 1000 AS ms
FROM unnest($1::uuid[], $2::boolean[], $3::uuid[]) AS look (webhook_id, active, probe_id) CROSS JOIN LATERAL (
  SELECT least(
    (SELECT min(next_attempt_at) FROM deliveries
      WHERE webhook_id = look.webhook_id AND status = 'pending' AND cause = 'test'
        AND (leased_until IS NULL OR leased_until < now())),
    (SELECT next_attempt_at FROM deliveries
      WHERE look.active AND webhook_id = look.webhook_id AND status = 'pending' AND cause = 'event'
        AND next_attempt_at < ${PARKED} AND (leased_until IS NULL OR leased_until < now())
      ORDER BY next_attempt_at, id LIMIT 1),
    (SELECT next_attempt_at FROM deliveries
      WHERE NOT look.active AND id = look.probe_id AND webhook_id = look.webhook_id AND status = 'pending'
        AND cause = 'event' AND next_attempt_at < ${PARKED} AND (leased_until IS NULL OR leased_until < now()))
  ) AS at
) AS due LEFT JOIN webhook_paces AS pace ON pace.webhook_id = look.webhook_id
WHERE due.at IS NOT NULL`;

export type Look = Pick<Take, "webhookId" | "active" | "probeId">;

/**
 * What is leased is under way; the sweep looks after leases that run out.
 * @param looks at most one a webhook
 * @returns for each, milliseconds until its next delivery is due, 0 or less where one is; undefined for none
 */
export async function msUntilDue(looks: readonly Look[]): Promise<(number | undefined)[]> {
  const values = pgColumns(looks, [
    ["uuid", ({ webhookId }) => webhookId],
    ["boolean", ({ active }) => active],
    ["uuid", ({ probeId }) => probeId],
  ]);
  const query = { name: "next-due", text: NEXT_DUE, values };
  const { rows } = await hotPool().query<{ webhookId: string; ms: number }>(query);
  const byWebhook = new Map(rows.map(({ webhookId, ms }) => [webhookId, ms]));
  return looks.map(({ webhookId }) => byWebhook.get(webhookId));
}

const RELEASE = `
UPDATE deliveries SET attempts = deliveries.attempts - 1, leased_until = NULL
FROM unnest($1::uuid[], $2::int[]) AS unsent (id, attempt)
WHERE deliveries.id = unsent.id AND deliveries.attempts = unsent.attempt AND deliveries.status = 'pending'`;

/** Gives back what was taken and not sent, as if it had never been taken. */
export async function releaseUnsent(unsent: readonly Due[]): Promise<void> {
  if (unsent.length === 0) return;
  const values = pgColumns(unsent, [
    ["uuid", ({ id }) => id],
    ["integer", ({ attempt }) => attempt],
  ]);
  await hotPool().query({ name: "release", text: RELEASE, values });
}
