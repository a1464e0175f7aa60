/**
 * What is new in the log, for everybody who looks: one look at the database every half second tells all of a process's
 * watchers, however many they are; with nobody watching there is none.
 */
import { uuidFloor } from "../core/ids";
import { pool, prisma } from "../db";
import { log as logger } from "../log";
import type { Delivery as DeliveryRow } from "../../prisma/client/client";
import { matchingRows } from "./search-data";
import { whereOf, type LogWhere } from "./where";

const LOOK_EVERY_MS = 500;
/** Of the time, at most a tenth is spent looking. */
const REST_FACTOR = 10;
/** Transactions commit in any order: what was made this long ago may appear only now. */
const LOOK_BACK_MS = 10_000;
/** More new ones at a look are not told one by one. */
export const NEW_MAX = 200;
const READ_MAX = 500;
/** So many of the newest are watched for changes, that they may come to match. */
const RECENT_MAX = 300;

export interface Watcher {
  accountId: string;
  /** What it wants to see, as things are now. */
  filters: Parameters<typeof whereOf>[1];
  /** uuids of what it shows: changes of these are told whether they still match or not. */
  shown: Set<string>;
  /** Rows that are new or have changed, oldest first. */
  tell: (rows: readonly DeliveryRow[]) => void;
  /** There is more that is new than is told one by one. */
  tellBehind: () => void;
}

interface Watched {
  watchers: Set<Watcher>;
  /** What was there at the last look, within LOOK_BACK_MS. */
  given: Set<string> | undefined;
  /** uuid → what it was like at the last look. */
  versions: Map<string, string>;
  recent: string[];
}

// Bundlers make copies of a module; a process looks in one place.
const shared = globalThis as { webhooksLogWatch?: Map<string, Watched>; webhooksLogIsLookedAt?: boolean };
const watched = () => (shared.webhooksLogWatch ??= new Map());

/** @returns ends it. What commits after this has resolved is told. */
export async function watch(watcher: Watcher): Promise<() => void> {
  const accounts = watched();
  const begun = accounts.get(watcher.accountId) ?? (await beginning(watcher.accountId));
  // Who came meanwhile has begun it.
  const account = accounts.get(watcher.accountId) ?? begun;
  accounts.set(watcher.accountId, account);
  account.watchers.add(watcher);
  if (!shared.webhooksLogIsLookedAt) lookSoon();
  shared.webhooksLogIsLookedAt = true;
  return () => {
    account.watchers.delete(watcher);
    if (account.watchers.size === 0 && accounts.get(watcher.accountId) === account) accounts.delete(watcher.accountId);
  };
}

async function beginning(accountId: string): Promise<Watched> {
  const account: Watched = { watchers: new Set(), given: undefined, versions: new Map(), recent: [] };
  await look(new Map([[accountId, account]]));
  return account;
}

function lookSoon(afterMs = LOOK_EVERY_MS): void {
  setTimeout(() => void lookAgain(), afterMs).unref();
}

async function lookAgain(): Promise<void> {
  if (watched().size === 0) {
    shared.webhooksLogIsLookedAt = false;
    return;
  }
  const began = Date.now();
  try {
    await look(watched());
  } catch (error) {
    logger.warn({ err: error }, "looking for what is new in the log failed; it is tried again");
  }
  lookSoon(Math.max(LOOK_EVERY_MS, (Date.now() - began) * REST_FACTOR));
}

const NEWEST = `
SELECT account_id AS "accountId", newest.id
FROM unnest($1::uuid[]) AS account (account_id)
CROSS JOIN LATERAL (
  SELECT id FROM deliveries WHERE account_id = account.account_id AND id > $2 ORDER BY id DESC LIMIT $3
) AS newest`;

const VERSIONS = `
SELECT deliveries.id, concat_ws('|', deliveries.status, attempts, next_attempt_at, webhooks.status, deleted_at,
  discard_before, title) AS version
FROM deliveries JOIN webhooks ON webhooks.id = webhook_id
WHERE deliveries.id = ANY ($1::uuid[])`;

async function look(accounts: ReadonlyMap<string, Watched>): Promise<void> {
  const floor = uuidFloor(new Date(Date.now() - LOOK_BACK_MS));
  const newest = await pool().query<{ accountId: string; id: string }>(NEWEST, [[...accounts.keys()], floor, READ_MAX]);
  const appeared = new Map<string, string[]>();
  for (const [accountId, account] of accounts) {
    const now = newest.rows.filter((row) => row.accountId === accountId).map(({ id }) => id);
    const before = account.given;
    if (before) appeared.set(accountId, now.filter((id) => !before.has(id)).toReversed());
    account.given = new Set(now);
    account.recent = [...new Set([...now.toReversed(), ...account.recent])].toSorted().slice(-RECENT_MAX);
  }
  const changed = await changesIn(accounts);
  for (const [accountId, account] of accounts) {
    await tellAll(account, appeared.get(accountId) ?? [], changed.get(accountId) ?? []);
  }
}

/** Of what is shown or recent, what is not as it was at the last look. */
async function changesIn(accounts: ReadonlyMap<string, Watched>): Promise<Map<string, string[]>> {
  const idsOf = new Map(
    [...accounts].map(([accountId, { watchers, recent }]) => {
      const shown = [...watchers].flatMap((watcher) => [...watcher.shown]);
      return [accountId, new Set([...recent, ...shown])] as const;
    }),
  );
  const ids = [...idsOf.values()].flatMap((its) => [...its]);
  const { rows } = ids.length > 0 ? await pool().query<{ id: string; version: string }>(VERSIONS, [ids]) : { rows: [] };
  const now = new Map(rows.map(({ id, version }) => [id, version]));
  return new Map(
    [...accounts].map(([accountId, account]) => {
      const its = [...(idsOf.get(accountId) ?? [])];
      const before = account.versions;
      account.versions = new Map(its.flatMap((id) => (now.has(id) ? [[id, now.get(id) ?? ""] as const] : [])));
      // What was not watched before can't have changed under anybody's eyes.
      return [accountId, its.filter((id) => before.has(id) && now.has(id) && before.get(id) !== now.get(id))];
    }),
  );
}

async function tellAll({ watchers }: Watched, appeared: readonly string[], changed: readonly string[]): Promise<void> {
  const touched = [...new Set([...appeared.slice(-NEW_MAX), ...changed])];
  if (touched.length === 0) return;
  const byFilters = new Map<string, Watcher[]>();
  for (const watcher of watchers) {
    const key = JSON.stringify(watcher.filters);
    byFilters.set(key, [...(byFilters.get(key) ?? []), watcher]);
  }
  for (const alike of byFilters.values()) {
    const [first] = alike;
    if (!first) continue;
    const { accountId, filters } = first;
    const matching = new Set(await matchingAmong(await whereOf(accountId, filters), touched));
    const wanted = touched.filter((id) => matching.has(id) || alike.some(({ shown }) => shown.has(id)));
    if (wanted.length === 0) continue;
    const rows = await prisma().delivery.findMany({
      where: { accountId, id: { in: wanted } },
      orderBy: { id: "asc" },
    });
    for (const watcher of alike) {
      const its = rows.filter(({ id }) => matching.has(id) || watcher.shown.has(id));
      if (appeared.length > NEW_MAX) watcher.tellBehind();
      if (its.length > 0) watcher.tell(its);
    }
  }
}

async function matchingAmong(log: LogWhere, ids: string[]): Promise<string[]> {
  const where = { AND: [...log.led, ...(log.sought ?? []), { id: { in: ids } }] };
  if (!log.filter) return (await prisma().delivery.findMany({ where, select: { id: true } })).map(({ id }) => id);
  const found: string[] = [];
  for await (const chunk of matchingRows(log, where, { id: "asc" })) found.push(...chunk.ids);
  return found;
}
