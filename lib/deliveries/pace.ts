/**
 * A rate, kept by all workers together: every delivery of the webhook gets a moment of its own, evenly spaced, and the
 * next free moment is a row in Postgres.
 */
import { hotPool } from "../db";
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
UPDATE webhook_paces SET free_at = free_at + make_interval(secs => $2 / 1000.0) WHERE webhook_id = $1`;

/** Takes no more than may be sent within the next second, each with its moment. */
export async function takePaced(take: Take, ratePerSecond: number): Promise<Due[]> {
  const gapMs = (1000 / ratePerSecond) * MARGIN;
  const client = await hotPool().connect();
  try {
    await client.query("BEGIN");
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
    if (due.length > 0) {
      await client.query({ name: "give-away", text: GIVE_AWAY, values: [take.webhookId, due.length * gapMs] });
    }
    await client.query("COMMIT");
    return due.map((row, index) => ({ ...row, startsAt: freeAt + index * gapMs }));
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
