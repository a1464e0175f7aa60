/** What a paused or disabled webhook holds: counting it, and resuming without all of it. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import type { HeldChoice, HeldDeliveries } from "../core/webhook";
import { hotPool, pool, prisma, type Transaction } from "../db";
import { bringForwardForgotten } from "./order";
import type { Webhook as WebhookRow } from "../../prisma/client/client";

const COUNT_MAX = 100_000;
const PORTION = 10_000;

/** By deliveries_due, so that it costs as much as there is held, whatever else the account has. */
const COUNT = `
SELECT count(*)::int AS count, min(created_at) AS oldest FROM (
  SELECT created_at FROM deliveries
  WHERE webhook_id = $1 AND status = 'pending' AND cause = 'event' AND ($2::uuid IS NULL OR id >= $2)
  ORDER BY next_attempt_at, id LIMIT $3
) AS held`;

export async function countHeld(actor: Actor, id: string): Promise<HeldDeliveries> {
  authorize(actor, "webhooks:read");
  const uuid = decodeId("webhook", id);
  const where = { id: uuid ?? "", accountId: actor.accountId, deletedAt: null };
  const webhook = uuid ? await prisma().webhook.findFirst({ where }) : null;
  if (!webhook) throw notFound();
  if (webhook.status === "active") return { count: 0, isExact: true, oldestAt: null };
  const values = [webhook.id, webhook.discardBefore, COUNT_MAX + 1];
  const { rows } = await pool().query<{ count: number; oldest: Date | null }>(COUNT, values);
  const count = rows[0]?.count ?? 0;
  return {
    count: Math.min(count, COUNT_MAX),
    isExact: count <= COUNT_MAX,
    oldestAt: rows[0]?.oldest?.toISOString() ?? null,
  };
}

/** Everything older than this counts as cancelled from the moment of the commit; nothing is sent until it is. */
export async function discardHeld(
  tx: Pick<Transaction, "webhook" | "auditEntry" | "$queryRaw">,
  actor: Actor,
  { id }: Pick<WebhookRow, "id">,
  held: Exclude<HeldChoice, "all">,
): Promise<void> {
  const [now] = await tx.$queryRaw<{ status: string; mark: string | null }[]>`
    SELECT status, discard_before AS mark FROM webhooks WHERE id = ${id}::uuid FOR UPDATE`;
  if (!now || now.status === "active") throw new AppError("conflict", "The webhook is active: it holds nothing.");
  const [first] = held === "discard" ? await newId(tx) : await nthNewest(tx, id, held.last);
  if (!first || (now.mark && now.mark >= first.id)) return;
  await tx.webhook.update({ where: { id }, data: { discardBefore: first.id } });
  await audit(tx, actor, "webhook.held_discarded", encodeId("webhook", id));
}

/** By the database's clock, as the ids of deliveries are. */
const newId = (tx: Pick<Transaction, "$queryRaw">) => tx.$queryRaw<{ id: string }[]>`SELECT uuid_v7() AS id`;

/** OFFSET 0: reads what is held, and not the webhook's history backwards. */
const nthNewest = (tx: Pick<Transaction, "$queryRaw">, webhookId: string, n: number) =>
  tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id FROM deliveries
      WHERE webhook_id = ${webhookId}::uuid AND status = 'pending' AND cause = 'event' OFFSET 0
    ) AS held
    ORDER BY id DESC OFFSET ${n - 1} LIMIT 1`;

const MARKED = "SELECT id, discard_before AS mark FROM webhooks WHERE discard_before IS NOT NULL LIMIT 100";

/** On the hot connections, which read by indexes only: of a whole table, this is a small part. */
const CANCEL = `
WITH discarded AS (
  SELECT id FROM deliveries
  WHERE webhook_id = $1 AND status = 'pending' AND cause = 'event' AND id < $2
  ORDER BY next_attempt_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE deliveries SET status = 'cancelled', finished_at = now(), next_attempt_at = NULL, leased_until = NULL,
  manual = false
FROM discarded WHERE deliveries.id = discarded.id`;

const UNMARK = `
UPDATE webhooks SET discard_before = NULL
WHERE id = $1 AND discard_before = $2 AND NOT EXISTS (
  SELECT FROM deliveries WHERE webhook_id = $1 AND status = 'pending' AND cause = 'event' AND id < $2)`;

/**
 * Cancels what was discarded, a portion of each webhook's. An attempt that is under way goes on to its end and stands in
 * the log, but changes its delivery no more.
 * @returns uuids of the webhooks that may be sent to again
 */
export async function cancelDiscarded(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string; mark: string }>(MARKED);
  const freed: string[] = [];
  for (const { id, mark } of rows) {
    const { rowCount } = await hotPool().query(CANCEL, [id, mark, PORTION]);
    if (rowCount === PORTION) continue;
    if ((await pool().query(UNMARK, [id, mark])).rowCount) freed.push(id);
  }
  // Of an ordered webhook, the first of a key may be parked behind what was cancelled.
  if (freed.length > 0) await bringForwardForgotten();
  return freed;
}
