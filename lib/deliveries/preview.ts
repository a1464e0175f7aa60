/** Counting what a bulk retry or a replay would do, up to a bound. */
import type { RedeliveryPreview } from "../core/redelivery";
import { invalid } from "../core/errors";
import { inTransaction, pool } from "../db";
import { turns } from "../turns";

/** Rows looked at for a count. Beyond that it is a lower bound. */
export const PREVIEW_SCAN = 100_000;

/** To be put behind `looked` and `judged`. */
export const COUNT_CHOSEN = `
SELECT count(*) FILTER (WHERE verdict = 'chosen')::int AS count,
  min(created_at) FILTER (WHERE verdict = 'chosen') AS from, max(created_at) FILTER (WHERE verdict = 'chosen') AS to,
  count(*) FILTER (WHERE verdict = 'alreadyDelivered')::int AS "alreadyDelivered",
  count(*) FILTER (WHERE verdict = 'underWay')::int AS "underWay",
  count(*) FILTER (WHERE verdict = 'webhookDeleted')::int AS "webhookDeleted",
  count(*) FILTER (WHERE verdict = 'notFailed')::int AS "notFailed",
  (SELECT count(*) FROM looked)::int AS looked`;

export interface Counted {
  count: number;
  from: Date | null;
  to: Date | null;
  alreadyDelivered: number;
  underWay: number;
  webhookDeleted: number;
  notFailed: number;
  looked: number;
  webhooks: number;
  held: number;
}

const COUNT_TIMEOUT_MS = 5_000;
const MAX_COUNTS_UNDER_WAY = 3;
/** Of an account, one after another: counting is long compared with everything else that the pool is for. */
const inTurn = turns({ max: MAX_COUNTS_UNDER_WAY });

const UNCOUNTED: Counted = {
  count: 0,
  from: null,
  to: null,
  alreadyDelivered: 0,
  underWay: 0,
  webhookDeleted: 0,
  notFailed: 0,
  looked: PREVIEW_SCAN,
  webhooks: 0,
  held: 0,
};

/**
 * Runs a count, for as long as one may wait for it.
 * @param field what to narrow where it takes too long
 * @returns where it takes too long and the work itself was asked for: as if nothing were known but that there is much
 * @throws AppError validation_failed where it takes too long and nothing but the count was asked for
 */
export async function countWithin(
  { accountId, dryRun, field }: { accountId: string; dryRun: boolean; field: string },
  text: string,
  values: unknown[],
): Promise<Counted> {
  const counted = await inTurn(accountId, () => countInTime(text, values));
  if (!counted && dryRun) {
    throw invalid({ [field]: "There is too much to count within five seconds. Give a shorter span, or fewer types." });
  }
  return counted ?? UNCOUNTED;
}

/** query_canceled */
const CANCELED = "57014";

async function countInTime(text: string, values: unknown[]): Promise<Counted | undefined> {
  try {
    const { rows } = await inTransaction(pool(), async (client) => {
      await client.query(`SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = ${COUNT_TIMEOUT_MS}`);
      return client.query<Counted>(text, values);
    });
    if (!rows[0]) throw new Error("a count has one row");
    return rows[0];
  } catch (error) {
    if ((error as { code?: string }).code === CANCELED) return undefined;
    throw error;
  }
}

export function previewOf(counted: Counted, ratePerSecond: number, named = counted.looked): RedeliveryPreview {
  const { count, from, to, looked, webhooks, held, alreadyDelivered, underWay, webhookDeleted, notFailed } = counted;
  return {
    count,
    isExact: looked < PREVIEW_SCAN,
    webhooks,
    held,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    leftOut: { alreadyDelivered, underWay, webhookDeleted, notFailed, notFound: named - looked },
    seconds: Math.ceil(count / ratePerSecond),
  };
}
