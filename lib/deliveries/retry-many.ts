/** Retrying many deliveries, by id or by filter: counted at once, sent again by the worker in portions. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { AppError, quoteShort } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { retryManySchema, type RedeliveryPreview, type RetriedMany } from "../core/redelivery";
import { pool, prisma } from "../db";
import { newId } from "../new-id";
import { COUNT_CHOSEN, countWithin, PREVIEW_SCAN, previewOf } from "./preview";
import { viewRedelivery } from "./redeliveries";
import { JUDGED_RETRIES, retryRange, retryValues } from "./retry-choice";

const COUNT = `WITH ${JUDGED_RETRIES} ${COUNT_CHOSEN},
  count(DISTINCT webhook_id) FILTER (WHERE verdict = 'chosen')::int AS webhooks,
  count(*) FILTER (WHERE verdict = 'chosen' AND held)::int AS held
FROM judged`;

const KNOWN = "SELECT id FROM deliveries WHERE account_id = $1 AND id = ANY ($2)";
const NAMED_MAX = 10;

/**
 * @param input as a client sent it; parsed here
 * @returns the count alone for a dry run, else the redelivery that has begun
 * @throws AppError not_found where ids are named, it is no dry run, and none of them is a delivery's
 */
export async function retryMany(
  actor: Actor,
  input: unknown,
): Promise<{ preview: RedeliveryPreview } | { redelivery: RetriedMany }> {
  authorize(actor, "webhooks:write");
  const { dryRun, ratePerSecond, ...request } = retryManySchema.parse(input);
  const { accountId } = actor;
  const range = retryRange(request, new Date());
  const values = retryValues(accountId, request, range, PREVIEW_SCAN);
  const counted = await countWithin({ accountId, dryRun, field: "filter.from" }, COUNT, values);
  const preview = previewOf(counted, ratePerSecond, request.ids && new Set(request.ids).size);
  if (dryRun) return { preview };
  const notFound = preview.leftOut.notFound > 0 ? await unknownAmong(accountId, request.ids ?? []) : [];
  if (counted.looked === 0 && notFound.length > 0) throw noneFound(notFound);
  const id = newId();
  const row = await prisma().$transaction(async (tx) => {
    await audit(tx, actor, "deliveries.retried", encodeId("redelivery", id));
    const { count: total, isExact } = preview;
    const cursors = { cursorId: range.after, lastId: range.last };
    const common = { id, accountId, kind: "retry", ratePerSecond, total, isExact, actor: actor.label };
    return tx.redelivery.create({ data: { ...common, ...cursors, request } });
  });
  return { redelivery: { ...viewRedelivery(row), notFound } };
}

/** What belongs to somebody else is as unknown as what doesn't exist. */
async function unknownAmong(accountId: string, ids: readonly string[]): Promise<string[]> {
  const uuidOf = new Map(ids.map((id) => [id, decodeId("delivery", id)]));
  const named = [...uuidOf.values()].filter((uuid) => uuid !== undefined);
  const { rows } = await pool().query<{ id: string }>(KNOWN, [accountId, named]);
  const known = new Set(rows.map(({ id }) => id));
  return [...uuidOf].flatMap(([id, uuid]) => (uuid !== undefined && known.has(uuid) ? [] : [id]));
}

function noneFound(ids: readonly string[]): AppError {
  const more = ids.length > NAMED_MAX ? ` and ${ids.length - NAMED_MAX} more` : "";
  const message = `There is no delivery ${ids.slice(0, NAMED_MAX).map(quoteShort).join(", ")}${more}.`;
  return new AppError("not_found", message, { ids: message });
}
