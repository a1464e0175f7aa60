/** Event sets: named lists of events that fill the picker of a webhook. A webhook keeps the list, not the name. */
import { authorize, type Actor } from "../accounts/actor";
import { audit } from "../accounts/audit";
import { AppError, notFound } from "../core/errors";
import { EVENT_SETS } from "../core/event-sets";
import { createEventSetSchema, MAX_OWN_SETS, type EventSet } from "../core/event-type";
import { decodeId, encodeId } from "../core/ids";
import { prisma } from "../db";
import { newId } from "../new-id";
import type { EventSet as EventSetRow } from "../../prisma/client/client";
import { refuseUnknownPatterns } from "./event-names";

/** Those that every account has, then its own by name. */
export async function listEventSets(actor: Actor): Promise<EventSet[]> {
  authorize(actor, "webhooks:read");
  const rows = await prisma().eventSet.findMany({ where: { accountId: actor.accountId }, orderBy: { name: "asc" } });
  return [...EVENT_SETS, ...rows.map(view)];
}

/**
 * @param input as a client sent it; parsed here
 * @throws AppError conflict where the name is taken, or there are too many
 */
export async function createEventSet(actor: Actor, input: unknown): Promise<EventSet> {
  authorize(actor, "webhooks:write");
  const { name, events } = createEventSetSchema.parse(input);
  const { accountId } = actor;
  const row = await prisma().$transaction(async (tx) => {
    await refuseUnknownPatterns(tx, accountId, events);
    // One at a time, so that the count holds.
    await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    const own = await tx.eventSet.findMany({ where: { accountId }, select: { name: true } });
    if ([...EVENT_SETS, ...own].some((set) => set.name.toLowerCase() === name.toLowerCase())) {
      throw new AppError("conflict", `There is a set named ${name} already.`, { name: "This name is taken." });
    }
    if (own.length >= MAX_OWN_SETS) {
      throw new AppError("conflict", `An account has at most ${MAX_OWN_SETS} sets of its own. Delete one first.`);
    }
    const id = newId();
    await audit(tx, actor, "event_set.created", encodeId("eventSet", id));
    return tx.eventSet.create({ data: { id, accountId, name, events } });
  });
  return view(row);
}

/** Webhooks that were filled from it stay as they are. */
export async function deleteEventSet(actor: Actor, id: string): Promise<void> {
  authorize(actor, "webhooks:write");
  const uuid = decodeId("eventSet", id);
  await prisma().$transaction(async (tx) => {
    const { count } = uuid
      ? await tx.eventSet.deleteMany({ where: { id: uuid, accountId: actor.accountId } })
      : { count: 0 };
    if (count === 0) throw notFound();
    await audit(tx, actor, "event_set.deleted", id);
  });
}

const view = ({ id, name, events }: EventSetRow): EventSet => ({ id: encodeId("eventSet", id), name, events });
