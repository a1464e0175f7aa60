/** Keyset pages: the cursor is the id of the last row seen, opaque to the client. */
import { z } from "zod";
import { invalid } from "./errors";
import { decodeId, hyphenated, uuidAfter } from "./ids";

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** A number in a query: digits, and nothing that only a lenient reader takes for a number. */
export function wholeNumber(min: number, max: number) {
  const rule = `Give a whole number from ${min} to ${max}.`;
  const isPlain = (text: unknown) => (typeof text === "string" && !/^\d+$/.test(text) ? Number.NaN : text);
  return z.preprocess(isPlain, z.coerce.number({ error: rule }).int(rule).min(min, rule).max(max, rule));
}

const instantQuery = z.iso.datetime({
  offset: true,
  error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50Z.",
});

export const pageQuery = {
  limit: wholeNumber(1, MAX_LIMIT).default(DEFAULT_LIMIT).describe("How many entries a page has at most."),
  cursor: z
    .string()
    .max(200)
    .optional()
    .describe("The `nextCursor` of the page before. It means nothing to anybody else, and stays good for ever."),
};

/** Of a list that is read in both directions. */
export const logCursorQuery = {
  cursor: pageQuery.cursor.describe(
    "The `nextCursor` or the `prevCursor` of another page, or the id of a delivery for those older than it. It stays good for ever.",
  ),
};

/** `from` and `to` of a list, by when its entries were made. */
export const spanQuery = {
  from: instantQuery.optional().describe("Not older than this."),
  to: instantQuery.optional().describe("Older than this."),
};

/** Several values as `a,b`; nothing at all and an empty value mean "any". */
export const listOf = <T extends string>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(item).max(50))
    // In the OpenAPI document this is an array, and commas the way of writing it.
    .meta({ isCommaSeparated: true });

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export function pageSchema<T extends z.ZodType>(item: T) {
  const nextCursor = z.string().nullable().describe("For the next page, as `cursor`; null where there is none.");
  return z.object({ data: z.array(item), nextCursor });
}

/**
 * Cuts a page from rows that were read one beyond the limit.
 * @param idOf the row's uuid
 */
export function cutPage<T>(
  rows: T[],
  limit: number,
  idOf: (row: T) => string,
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? encodeCursor(idOf(last)) : null };
}

/** The cursor of a page that ends with this row. */
export function encodeCursor(uuid: string): string {
  return Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
}

/**
 * @returns the uuid after which the page begins; undefined for the first page
 * @throws AppError validation_failed where this is no cursor of ours
 */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const uuid = decodeCursor(cursor);
  if (uuid === undefined) throw invalid({ cursor: "This is not a cursor of this list." });
  return uuid;
}

/** @returns the uuid in a cursor, or undefined where this is no cursor of ours */
export function decodeCursor(cursor: string): string | undefined {
  const hex = Buffer.from(cursor, "base64url").toString("hex");
  if (hex.length !== 32) return undefined;
  return hyphenated(hex);
}

/** Where a page of a list that is read in both directions begins. */
export type Position = { older: true; below: string | undefined } | { older: false; from: string };

const NEWER = "01";

/** The cursor of the page of newer rows, beginning with this one. */
export const encodeNewer = (uuid: string) => Buffer.from(NEWER + uuid.replaceAll("-", ""), "hex").toString("base64url");

/** @throws AppError validation_failed where this is no cursor of ours, and no delivery's id */
export function readPosition(cursor: string | undefined): Position {
  const delivery = decodeId("delivery", cursor ?? "");
  if (delivery) return { older: true, below: delivery };
  const hex = Buffer.from(cursor ?? "", "base64url").toString("hex");
  if (hex.length === 34 && hex.startsWith(NEWER)) return { older: false, from: hyphenated(hex.slice(2)) };
  return { older: true, below: readCursor(cursor) };
}

interface Looked<T> {
  /** In the direction that was read, one beyond the limit where there are more. */
  rows: readonly T[];
  /** The last row that was looked at, where looking ended before the list did. */
  reached: string | undefined;
}

/**
 * Cuts a page from what was read from a position on.
 * @param idOf the row's uuid
 * @returns the rows, newest first, and the cursors of both neighbours
 */
export function cutBothWays<T>(
  { rows, reached }: Looked<T>,
  position: Position,
  limit: number,
  idOf: (row: T) => string,
) {
  const page = rows.slice(0, limit);
  const [last, beyond] = [page.at(-1), rows[limit]];
  if (position.older) {
    const end = beyond && last ? idOf(last) : reached;
    return {
      rows: page,
      nextCursor: end ? encodeCursor(end) : null,
      prevCursor: position.below ? encodeNewer(position.below) : null,
    };
  }
  const begin = beyond ? idOf(beyond) : reached && uuidAfter(reached);
  return {
    rows: page.toReversed(),
    nextCursor: encodeCursor(position.from),
    prevCursor: begin ? encodeNewer(begin) : null,
  };
}
