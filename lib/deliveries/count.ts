/** How many deliveries filters mean: counted stretch by stretch, for as long as somebody waits for a number. */
import { authorize, type Actor } from "../accounts/actor";
import type { DeliveryCount, DeliveryFilters } from "../core/delivery";
import { AppError } from "../core/errors";
import type { Position } from "../core/page";
import { prisma } from "../db";
import { turns } from "../turns";
import { beyond, edgeOf, whereAt } from "./read-log";
import { matchingRows } from "./search-data";
import { whereOf, type LogWhere } from "./where";

/** Nobody needs to know it more exactly. */
export const COUNT_MAX = 100_000;
const STRETCH = 50_000;
const COUNT_MS = 2_000;
const MAX_COUNTS = 3;
const MAX_WAITING = 20;

const inTurn = turns(
  { max: MAX_COUNTS, maxWaiting: MAX_WAITING },
  () => new AppError("unavailable", "Much is being counted already. Try again in a moment."),
);

/** @returns what is there; where that is not exact, a lower bound */
export async function countDeliveries(actor: Actor, filters: DeliveryFilters): Promise<DeliveryCount> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  return inTurn(accountId, async () => count(await whereOf(accountId, filters)));
}

async function count(log: LogWhere): Promise<DeliveryCount> {
  const end = Date.now() + COUNT_MS;
  let position: Position = { older: true, below: undefined };
  let sum = 0;
  for (;;) {
    const edge = await edgeOf(log, position, STRETCH);
    const where = whereAt(log, position, edge);
    const counted = log.filter
      ? await countMatching(log, where, end)
      : { count: await prisma().delivery.count({ where }), isWhole: true };
    sum += counted.count;
    if (edge === undefined && counted.isWhole) return { count: sum, exact: true };
    if (sum > COUNT_MAX) return { count: COUNT_MAX, exact: false };
    if (edge === undefined || !counted.isWhole || Date.now() >= end) return { count: sum, exact: false };
    position = beyond(position, edge);
  }
}

async function countMatching(log: LogWhere, where: ReturnType<typeof whereAt>, end: number) {
  let sum = 0;
  for await (const { ids } of matchingRows(log, where, { id: "desc" })) {
    sum += ids.length;
    if (Date.now() >= end) return { count: sum, isWhole: false };
  }
  return { count: sum, isWhole: true };
}
