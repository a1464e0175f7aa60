/** Saved views of the log: each person's own in each account, and each API key's. */
import { authorize, type Actor } from "../accounts/actor";
import { AppError, notFound } from "../core/errors";
import { decodeId, encodeId } from "../core/ids";
import { createSavedViewSchema, MAX_SAVED_VIEWS, updateSavedViewSchema, type SavedView } from "../core/saved-view";
import { prisma, type Transaction } from "../db";
import { newId } from "../new-id";
import type { SavedView as SavedViewRow } from "../../prisma/client/client";

/** By name. */
export async function listSavedViews(actor: Actor): Promise<SavedView[]> {
  authorize(actor, "webhooks:read");
  const rows = await prisma().savedView.findMany({ where: ownOf(actor), orderBy: { name: "asc" } });
  return rows.map(view);
}

/**
 * Whoever may read the log may name what they look at: nobody else sees it, so it is not audited.
 * @param input as a client sent it; parsed here
 * @throws AppError conflict where the name is taken, or there are too many
 */
export async function createSavedView(actor: Actor, input: unknown): Promise<SavedView> {
  authorize(actor, "webhooks:read");
  const { name, filters } = createSavedViewSchema.parse(input);
  const row = await prisma().$transaction(async (tx) => {
    await refuseTaken(tx, actor, name);
    if ((await tx.savedView.count({ where: ownOf(actor) })) >= MAX_SAVED_VIEWS) {
      throw new AppError("conflict", `There are ${MAX_SAVED_VIEWS} saved views already. Delete one first.`);
    }
    return tx.savedView.create({ data: { id: newId(), ...ownOf(actor), name, filters } });
  });
  return view(row);
}

/** @throws AppError not_found, conflict where the name is taken */
export async function updateSavedView(actor: Actor, id: string, input: unknown): Promise<SavedView> {
  authorize(actor, "webhooks:read");
  const { name, filters } = updateSavedViewSchema.parse(input);
  const row = await prisma().$transaction(async (tx) => {
    const own = { ...ownOf(actor), id: decodeId("savedView", id) ?? "" };
    const there = own.id && (await tx.savedView.findFirst({ where: own }));
    if (!there) throw notFound();
    if (name !== undefined) await refuseTaken(tx, actor, name, own.id);
    const data = { ...(name === undefined ? {} : { name }), ...(filters === undefined ? {} : { filters }) };
    return tx.savedView.update({ where: own, data });
  });
  return view(row);
}

/** @throws AppError not_found */
export async function deleteSavedView(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:read");
  const uuid = decodeId("savedView", id);
  const { count } = uuid ? await prisma().savedView.deleteMany({ where: { ...ownOf(actor), id: uuid } }) : { count: 0 };
  if (count === 0) throw notFound();
}

const ownOf = ({ accountId, label }: Actor) => ({ accountId, owner: label });

async function refuseTaken(tx: Transaction, actor: Actor, name: string, except = ""): Promise<void> {
  // One at a time, so that name and count hold.
  await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${actor.accountId}::uuid FOR UPDATE`;
  const all = await tx.savedView.findMany({ where: ownOf(actor), select: { id: true, name: true } });
  if (!all.some((one) => one.id !== except && one.name.toLowerCase() === name.toLowerCase())) return;
  throw new AppError("conflict", `There is a view named ${name} already.`, { name: "This name is taken." });
}

const view = ({ id, name, filters, createdAt }: SavedViewRow): SavedView => ({
  id: encodeId("savedView", id),
  name,
  filters: filters as Record<string, string>,
  createdAt: createdAt.toISOString(),
});
