/** Retrying many deliveries, by id or by filter: counted at once, sent again by the worker in portions. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { encodeId } from "../core/ids";
import { retryManySchema, type Redelivery, type RedeliveryPreview } from "../core/redelivery";
import { pool, prisma } from "../db";
import { newId } from "../new-id";
import { COUNT_CHOSEN, PREVIEW_SCAN, previewOf, type Counted } from "./preview";
import { viewRedelivery } from "./redeliveries";
import { JUDGED_RETRIES, retryRange, retryValues } from "./retry-choice";

const COUNT = `WITH ${JUDGED_RETRIES} ${COUNT_CHOSEN},
  count(DISTINCT webhook_id) FILTER (WHERE verdict = 'chosen')::int AS webhooks,
  count(*) FILTER (WHERE verdict = 'chosen' AND held)::int AS held
FROM judged`;

/**
 * @param input as a client sent it; parsed here
 * @returns the count alone for a dry run, else the redelivery that has begun
 */
export async function retryMany(
  actor: Actor,
  input: unknown,
): Promise<{ preview: RedeliveryPreview } | { redelivery: Redelivery }> {
  authorize(actor, "webhooks:write");
  const { dryRun, ratePerSecond, ...request } = retryManySchema.parse(input);
  const { accountId } = actor;
  const range = retryRange(request, new Date());
  const { rows } = await pool().query<Counted>(COUNT, retryValues(accountId, request, range, PREVIEW_SCAN));
  const [counted] = rows;
  if (!counted) throw new Error("a count has one row");
  const preview = previewOf(counted, ratePerSecond, request.ids && new Set(request.ids).size);
  if (dryRun) return { preview };
  const id = newId();
  const row = await prisma().$transaction(async (tx) => {
    await audit(tx, actor, "deliveries.retried", encodeId("redelivery", id));
    const { count: total, isExact } = preview;
    const cursors = { cursorId: range.after, lastId: range.last };
    const common = { id, accountId, kind: "retry", ratePerSecond, total, isExact, actor: actor.label };
    return tx.redelivery.create({ data: { ...common, ...cursors, request } });
  });
  return { redelivery: viewRedelivery(row) };
}
