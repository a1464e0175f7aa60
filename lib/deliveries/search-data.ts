/** Deliveries whose events say something: asked of their data in Postgres, a few hundred at a time, by the events' ids. */
import { filterPath } from "../core/filter-path";
import { pool, prisma } from "../db";
import type { Prisma } from "../../prisma/client/client";
import type { LogWhere } from "./where";

const FIRST_CHUNK = 100;
const MAX_CHUNK = 1_000;
/** Of one chunk: it grows while it is faster. */
const QUICK_MS = 100;

const MATCHING = `
SELECT id FROM events
WHERE account_id = $1 AND id = ANY ($2::uuid[]) AND (data::jsonb @@ $3::jsonpath) IS TRUE`;

interface Chunk {
  /** uuids of the deliveries that match, in their order. */
  ids: string[];
  /** uuid of the last delivery that was looked at. */
  reached: string;
}

/** Goes through all rows that `where` means, in this order, for as long as it is asked to go on. */
export async function* matchingRows(
  { accountId, filter }: LogWhere,
  where: Prisma.DeliveryWhereInput,
  orderBy: { id: "asc" | "desc" },
): AsyncGenerator<Chunk> {
  if (!filter) return;
  const path = filterPath(filter);
  let take = FIRST_CHUNK;
  let behind: Prisma.DeliveryWhereInput = {};
  for (;;) {
    const began = Date.now();
    const rows = await prisma().delivery.findMany({
      where: { AND: [where, behind] },
      orderBy,
      take,
      select: { id: true, eventId: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    const matching = await matchingEvents(accountId, [...new Set(rows.map(({ eventId }) => eventId))], path);
    yield { ids: rows.filter(({ eventId }) => matching.has(eventId)).map(({ id }) => id), reached: last.id };
    if (rows.length < take) return;
    behind = { id: orderBy.id === "desc" ? { lt: last.id } : { gt: last.id } };
    if (Date.now() - began < QUICK_MS) take = Math.min(take * 2, MAX_CHUNK);
  }
}

async function matchingEvents(accountId: string, eventIds: string[], path: string): Promise<Set<string>> {
  const { rows } = await pool().query<{ id: string }>(MATCHING, [accountId, eventIds, path]);
  return new Set(rows.map(({ id }) => id));
}
