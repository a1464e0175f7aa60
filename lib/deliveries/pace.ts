/**
 * A rate, kept by all workers together: every delivery of the webhook gets a moment of its own, evenly spaced, and the
 * next free moment is a row in Postgres.
 */
import { hotPool, inTransaction } from "../db";
import { takeDue, type Due, type Take } from "./take";

/** So much ahead are moments given away: what is further off stays free for a worker that is quicker. */
const HORIZON_MS = 1_000;
/** Slightly slower than allowed: clocks and timers are not exact, the limit is. */
const MARGIN = 1.02;

/** The row is locked from here to the end of the transaction, so that two workers can't have the same moment. */
const NEXT_FREE = `
INSERT INTO webhook_paces AS pace (webhook_id, free_at) VALUES ($1, clock_timestamp())
ON CONFLICT (webhook_id) DO UPDATE SET free_at = greatest(pace.free_at, clock_timestamp())
RETURNING date_part('epoch', free_at - clock_timestamp()) * 1000 AS "waitMs"`;

const GIVE_AWAY = `
UPDATE webhook_paces SET free_at = free_at + make_interval(secs => $2 / 1000.0) WHERE webhook_id = $1
RETURNING free_at::text AS until`;

/** Only while they are the latest: beyond them, others may have been given away. */
const TAKE_BACK = `
UPDATE webhook_paces SET free_at = free_at - make_interval(secs => $2 / 1000.0)
WHERE webhook_id = $1 AND free_at = $3::timestamptz`;

/** What was given away in one take. */
interface Moments {
  webhookId: string;
  gapMs: number;
  due: readonly Due[];
  /** The next free moment behind them, as Postgres writes it. */
  until: string;
}

const momentsOf = new WeakMap<Due, Moments>();

/** Takes no more than may be sent within the next second, each with its moment. */
export async function takePaced(take: Take, ratePerSecond: number): Promise<Due[]> {
  const gapMs = (1000 / ratePerSecond) * MARGIN;
  return inTransaction(hotPool(), async (client) => {
    const { rows } = await client.query<{ waitMs: number }>({
      name: "next-free",
      text: NEXT_FREE,
      values: [take.webhookId],
    });
    const waitMs = Math.max(rows[0]?.waitMs ?? 0, 0);
    // By now that moment is nearer than it was for Postgres: waiting all of `waitMs` is never too short.
    const freeAt = performance.now() + waitMs;
    const moments = Math.floor((HORIZON_MS - waitMs) / gapMs) + 1;
    const limit = Math.min(take.limit, moments);
    const [due = []] = limit > 0 ? await takeDue([{ ...take, limit }], client) : [];
    const paced = due.map((row, index) => ({ ...row, startsAt: freeAt + index * gapMs }));
    if (paced.length > 0) {
      const values = [take.webhookId, paced.length * gapMs];
      const given = await client.query<{ until: string }>({ name: "give-away", text: GIVE_AWAY, values });
      const moments = { webhookId: take.webhookId, gapMs, due: paced, until: given.rows[0]?.until ?? "" };
      for (const row of paced) momentsOf.set(row, moments);
    }
    return paced;
  });
}

/**
 * Gives back the moments of what was taken and not sent, so that the rate isn't lost with them: of each take those that are
 * still to come, behind the last one that was used, and only where nobody has taken since. Whoever takes next sends at
 * these very moments.
 */
export async function giveBackMoments(unsent: readonly Due[]): Promise<void> {
  const left = new Set(unsent);
  const takes = new Set(unsent.flatMap((row) => momentsOf.get(row) ?? []));
  for (const { webhookId, gapMs, due, until } of takes) {
    const now = performance.now();
    const kept = due.findLastIndex((row) => !left.has(row) || (row.startsAt ?? 0) <= now);
    const count = due.length - 1 - kept;
    if (count === 0) continue;
    await hotPool().query({ name: "take-back", text: TAKE_BACK, values: [webhookId, count * gapMs, until] });
  }
}
