/** Replaying: events of the past are delivered to a webhook anew, whether or not they were meant for it then. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { invalid, notFound } from "../core/errors";
import { decodeId } from "../core/ids";
import { replaySchema, type Redelivery, type RedeliveryPreview, type Replay } from "../core/redelivery";
import { prisma } from "../db";
import { newId } from "../new-id";
import { refuseUnknownPatterns } from "../webhooks/event-names";
import { oldestPartition } from "./partitions";
import { COUNT_CHOSEN, countWithin, PREVIEW_SCAN, previewOf } from "./preview";
import { viewRedelivery } from "./redeliveries";
import { JUDGED_REPLAYS, replayRange, replayValues, type ReplayRequest } from "./replay-choice";

const COUNT = `WITH ${JUDGED_REPLAYS} ${COUNT_CHOSEN},
  0 AS webhooks, 0 AS held
FROM judged`;

/**
 * Makes new deliveries with the ids of the old events, in portions, by the worker. A webhook that is paused holds them.
 * @param input as a client sent it; parsed here
 * @returns the count alone for a dry run, else the redelivery that has begun
 */
export async function replay(
  actor: Actor,
  webhookId: string,
  input: unknown,
): Promise<{ preview: RedeliveryPreview } | { redelivery: Redelivery }> {
  authorize(actor, "webhooks:write");
  const { accountId } = actor;
  const uuid = decodeId("webhook", webhookId);
  const webhook = uuid ? await prisma().webhook.findFirst({ where: { id: uuid, accountId, deletedAt: null } }) : null;
  if (!webhook) throw notFound();
  const { dryRun, ratePerSecond, ...asked } = replaySchema.parse(input);
  const now = new Date();
  await refuseUnknownPatterns(prisma(), accountId, asked.types ?? [], "types");
  await refuseUnknownTimes(accountId, asked, now);
  const until = asked.until && new Date(asked.until) < now ? asked.until : now.toISOString();
  const request: ReplayRequest = {
    ...asked,
    until,
    types: asked.types ?? webhook.events,
    filterPath: webhook.filterPath,
  };
  const range = replayRange(request);
  const target = { accountId, webhookId: webhook.id, discardBefore: webhook.discardBefore };
  const values = replayValues(target, request, range, PREVIEW_SCAN);
  const counted = await countWithin({ accountId, dryRun, field: "since" }, COUNT, values);
  const { count } = counted;
  const held = webhook.status === "active" ? 0 : count;
  const preview = previewOf({ ...counted, webhooks: Math.min(count, 1), held }, ratePerSecond);
  if (dryRun) return { preview };
  const row = await prisma().$transaction(async (tx) => {
    await audit(tx, actor, "webhook.replayed", webhookId);
    const cursors = { cursorId: range.after, lastId: range.last };
    const counts = { total: preview.count, isExact: preview.isExact };
    const common = { id: newId(), accountId, kind: "replay", webhookId: webhook.id, ratePerSecond, actor: actor.label };
    return tx.redelivery.create({ data: { ...common, ...cursors, ...counts, request } });
  });
  return { redelivery: viewRedelivery(row) };
}

/** @throws AppError validation_failed */
async function refuseUnknownTimes(accountId: string, { since, until }: Pick<Replay, "since" | "until">, now: Date) {
  const from = new Date(since);
  if (from > now) throw invalid({ since: "Give a moment in the past." });
  if (until !== undefined && new Date(until) < from) throw invalid({ until: "Give a moment after since." });
  const [oldest, account] = await Promise.all([
    oldestPartition(),
    prisma().account.findUniqueOrThrow({ where: { id: accountId } }),
  ]);
  // What an account has from before is gone; one that is younger never had anything from then.
  if (oldest && from < oldest && account.createdAt < oldest) {
    throw invalid({ since: `Events are kept since ${oldest.toISOString()}; give a later moment.` });
  }
}
