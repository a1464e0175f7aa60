/**
 * Reading the log: no index knows every filter, and what is sought may be rare, or not there at all. So whoever reads
 * looks at so many rows and no more, and says how far it came.
 */
import { AppError } from "../core/errors";
import { uuidAfter } from "../core/ids";
import type { Position } from "../core/page";
import { prisma } from "../db";
import { turns } from "../turns";
import type { Delivery as DeliveryRow, Prisma } from "../../prisma/client/client";
import { matchingRows } from "./search-data";
import type { LogWhere } from "./where";

type Where = Prisma.DeliveryWhereInput;

export interface Looked {
  rows: DeliveryRow[];
  /** The last row that was looked at, where looking ended before the log did. */
  reached: string | undefined;
}

const LOOKED_AT_MAX = 20_000;
/** Reading what events say costs more: that long it may take, and an account's searches go one after another. */
const SEARCH_MS = 1_500;
const MAX_SEARCHES = 3;
const MAX_WAITING = 10;

const inTurn = turns(
  { max: MAX_SEARCHES, maxWaiting: MAX_WAITING },
  () => new AppError("unavailable", "Many searches are under way already. Try again in a moment."),
);

/** @param wanted so many rows are enough */
export function readLog(log: LogWhere, position: Position, wanted: number): Promise<Looked> {
  return log.filter ? inTurn(log.accountId, () => searchLog(log, position, wanted)) : lookAt(log, position, wanted);
}

async function lookAt(log: LogWhere, position: Position, wanted: number): Promise<Looked> {
  const edge = log.sought && (await edgeOf(log, position, LOOKED_AT_MAX));
  const where = whereAt(log, position, edge);
  const rows = await prisma().delivery.findMany({ where, orderBy: orderOf(position), take: wanted });
  return { rows, reached: rows.length < wanted ? edge : undefined };
}

async function searchLog(log: LogWhere, start: Position, wanted: number): Promise<Looked> {
  const end = Date.now() + SEARCH_MS;
  const rows: DeliveryRow[] = [];
  let position = start;
  do {
    const looked = await searchOnce(log, position, wanted - rows.length, end);
    rows.push(...looked.rows);
    if (rows.length >= wanted || looked.reached === undefined) return { rows, reached: undefined };
    position = beyond(start, looked.reached);
    if (Date.now() >= end) return { rows, reached: looked.reached };
  } while (true);
}

/** One stretch of the log. */
async function searchOnce(log: LogWhere, position: Position, wanted: number, end: number): Promise<Looked> {
  const edge = await edgeOf(log, position, LOOKED_AT_MAX);
  const found: string[] = [];
  let reached: string | undefined;
  let isWhole = true;
  for await (const chunk of matchingRows(log, whereAt(log, position, edge), orderOf(position))) {
    found.push(...chunk.ids);
    reached = chunk.reached;
    isWhole = false;
    if (found.length >= wanted || Date.now() >= end) break;
    isWhole = true;
  }
  const ids = found.slice(0, wanted);
  const where = { accountId: log.accountId, id: { in: ids } };
  const rows = ids.length > 0 ? await prisma().delivery.findMany({ where, orderBy: orderOf(position) }) : [];
  return { rows, reached: isWhole ? edge : reached };
}

/** The last of so many rows from a position on; undefined where there are fewer. */
export async function edgeOf(log: LogWhere, position: Position, count: number): Promise<string | undefined> {
  const where = whereAt({ ...log, sought: undefined }, position);
  const [last] = await prisma().delivery.findMany({
    where,
    orderBy: orderOf(position),
    skip: count - 1,
    take: 1,
    select: { id: true },
  });
  return last?.id;
}

/** @param edge the last row that is meant */
export function whereAt({ led, sought = [] }: LogWhere, position: Position, edge?: string): Where {
  const begin: Where[] = position.older
    ? position.below
      ? [{ id: { lt: position.below } }]
      : []
    : [{ id: { gte: position.from } }];
  const end: Where[] = edge ? [{ id: position.older ? { gte: edge } : { lte: edge } }] : [];
  return { AND: [...led, ...begin, ...end, ...sought] };
}

const orderOf = ({ older }: Position) => ({ id: older ? ("desc" as const) : ("asc" as const) });

/** What lies behind a row, in the direction that is read. */
export const beyond = ({ older }: Position, reached: string): Position =>
  older ? { older, below: reached } : { older, from: uuidAfter(reached) };
