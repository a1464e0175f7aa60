/** Webhooks that are only being typed. They are few at any time: the worker clears them away after an hour. */
import { prisma } from "../db";

/** @returns uuids, of what no log and no list shows */
export async function draftsOf(accountId: string): Promise<string[]> {
  const drafts = await prisma().webhook.findMany({ where: { accountId, isDraft: true }, select: { id: true } });
  return drafts.map(({ id }) => id);
}
