/** Taking due deliveries: rows are leased, so that no other worker sends them while this one does. */
import { hotPool } from "../db";

/** Beyond a webhook's timeout: time to wait for a free slot and to record the result. */
export const LEASE_MARGIN_MS = 10_000;

/** One delivery that is due, with what is needed to send it. */
export interface Due {
  /** uuid */
  id: string;
  accountId: string;
  eventId: string;
  type: string;
  timestamp: Date;
  /** Canonical JSON. */
  data: string;
  cause: "event" | "test";
  /** This attempt's number. It is claimed: a result is recorded only while no later attempt has been. */
  attempt: number;
  failures: number;
  /** By this process's clock, which may differ from the database's. */
  leasedUntil: Date;
}

export interface Take {
  webhookId: string;
  /** False for a paused or disabled webhook: only tests go out. */
  active: boolean;
  limit: number;
  leaseMs: number;
}

/**
 * Tests come first: somebody is watching them. An expired lease means that a worker stopped between taking and
 * recording; that attempt is written down as interrupted, and does not use up the schedule.
 */
const TAKE = `
WITH candidate AS (
  SELECT * FROM (
    SELECT id, leased_until FROM deliveries
    WHERE webhook_id = $1 AND status = 'pending' AND cause = 'test' AND next_attempt_at <= now()
      AND (leased_until IS NULL OR leased_until < now())
    ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
  ) AS test
  UNION ALL
  SELECT * FROM (
    SELECT id, leased_until FROM deliveries
    WHERE $2 AND webhook_id = $1 AND status = 'pending' AND cause = 'event' AND next_attempt_at <= now()
      AND (leased_until IS NULL OR leased_until < now())
    ORDER BY next_attempt_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
  ) AS due
), taken AS (
  UPDATE deliveries SET attempts = attempts + 1, leased_until = now() + make_interval(secs => $4 / 1000.0)
  FROM candidate WHERE deliveries.id = candidate.id
  RETURNING deliveries.id, deliveries.account_id, deliveries.event_id, deliveries.cause, deliveries.attempts,
    deliveries.failures, deliveries.next_attempt_at, candidate.leased_until AS expired
), interrupted AS (
  INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, started_at, outcome, error)
  SELECT uuid_v7(), account_id, $1, id, attempts - 1, expired - make_interval(secs => $4 / 1000.0), 'interrupted',
    'interrupted'
  FROM taken WHERE expired IS NOT NULL
)
SELECT taken.id, taken.account_id AS "accountId", taken.event_id AS "eventId", events.type, events.timestamp,
  events.data, taken.cause, taken.attempts AS attempt, taken.failures
FROM taken JOIN events ON events.id = taken.event_id
ORDER BY taken.cause DESC, taken.next_attempt_at, taken.id`;

export async function takeDue({ webhookId, active, limit, leaseMs }: Take): Promise<Due[]> {
  // Taken before the lease begins: what this process believes of it is never too long.
  const leasedUntil = new Date(Date.now() + leaseMs);
  const values = [webhookId, active, limit, leaseMs];
  const { rows } = await hotPool().query<Omit<Due, "leasedUntil">>({ name: "take", text: TAKE, values });
  return rows.map((row) => ({ ...row, leasedUntil }));
}

const NEXT_DUE = `
SELECT least(
  (SELECT min(next_attempt_at) FROM deliveries
    WHERE webhook_id = $1 AND status = 'pending' AND cause = 'test'
      AND (leased_until IS NULL OR leased_until < now())),
  (SELECT next_attempt_at FROM deliveries
    WHERE $2 AND webhook_id = $1 AND status = 'pending' AND cause = 'event'
      AND (leased_until IS NULL OR leased_until < now())
    ORDER BY next_attempt_at, id LIMIT 1)
) AS at, clock_timestamp() AS now`;

/**
 * What is leased is under way; the sweep looks after leases that run out.
 * @returns milliseconds until this webhook's next delivery is due, 0 or less where one is; undefined for none
 */
export async function msUntilDue(webhookId: string, active: boolean): Promise<number | undefined> {
  const query = { name: "next-due", text: NEXT_DUE, values: [webhookId, active] };
  const [row] = (await hotPool().query<{ at: Date | null; now: Date }>(query)).rows;
  return row?.at ? row.at.getTime() - row.now.getTime() : undefined;
}

const RELEASE = `
UPDATE deliveries SET attempts = deliveries.attempts - 1, leased_until = NULL
FROM unnest($1::uuid[], $2::int[]) AS unsent (id, attempt)
WHERE deliveries.id = unsent.id AND deliveries.attempts = unsent.attempt AND deliveries.status = 'pending'`;

/** Gives back what was taken and not sent, as if it had never been taken. */
export async function releaseUnsent(unsent: readonly Due[]): Promise<void> {
  if (unsent.length === 0) return;
  const values = [unsent.map(({ id }) => id), unsent.map(({ attempt }) => attempt)];
  await hotPool().query({ name: "release", text: RELEASE, values });
}
