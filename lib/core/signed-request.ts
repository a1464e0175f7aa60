/** Deliveries as a listener takes them: each a request, signed, and a cursor that skips none. */
import { z } from "zod";
import { FORMAT_NAMES } from "./formats";
import { hyphenated, uuidFloor } from "./ids";
import { wholeNumber } from "./page";

/** Requests may be large: fewer at once than a list has. */
const MAX_LIMIT = 50;
const MAX_WAIT_SECONDS = 20;
const MAX_LAST = 200;

/** Ids rise with time, but transactions commit in any order: this far back, rows may still appear. */
const UNSETTLED_MS = 10_000;
const MAX_UNSETTLED = 200;

export const requestsQuerySchema = z
  .strictObject({
    after: z.string().max(100).optional().describe("The `nextCursor` of the page before: goes on where it ended."),
    since: z.iso
      .datetime({ offset: true, error: "Give an ISO 8601 instant with its zone, like 2026-03-25T08:22:50.254Z." })
      .optional()
      .describe("Begins with what was accepted from then on; now, unless something else is given."),
    last: wholeNumber(1, MAX_LAST).optional().describe("Begins with so many of the latest."),
    limit: wholeNumber(1, MAX_LIMIT).default(MAX_LIMIT).describe("At most so many at once."),
    waitSeconds: wholeNumber(0, MAX_WAIT_SECONDS).default(0).describe("How long to wait for a first one."),
  })
  .refine(({ after, since, last }) => [after, since, last].filter((each) => each !== undefined).length <= 1, {
    path: ["after"],
    error: "Give one of after, since and last.",
  });
export type RequestsQuery = z.infer<typeof requestsQuerySchema>;

export const signedRequestSchema = z
  .object({
    deliveryId: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    cause: z.enum(["event", "test"]),
    createdAt: z.iso.datetime(),
    format: z.enum(FORMAT_NAMES),
    /** In their order; the value of an Authorization is masked. */
    headers: z.array(z.tuple([z.string(), z.string()])),
    /** As it is sent: what was signed. */
    body: z.string(),
  })
  .meta({ id: "SignedRequest" });
export type SignedRequest = z.infer<typeof signedRequestSchema>;

export const signedRequestsSchema = z.object({ data: z.array(signedRequestSchema), nextCursor: z.string() });
export type SignedRequests = z.infer<typeof signedRequestsSchema>;

/** Up to where a listener has read. */
export interface Position {
  /** uuid: what comes after it is looked at again. */
  floor: string;
  /** uuid: the last one given. */
  last: string;
  /** How many there were after `floor`, up to `last`. */
  known: number;
}

export const positionAt = (uuid: string): Position => ({ floor: uuid, last: uuid, known: 0 });

/**
 * What is new, among rows read from `floor` on.
 * @param ids in their order, at least `known + limit` of them where there are as many
 * @returns how many to leave out: none where one has appeared in between, so that some come again, and none is missed
 */
export function countGiven(ids: readonly string[], { last, known }: Position): number {
  const before = ids.filter((id) => id <= last).length;
  return before === known ? known : 0;
}

/** @param ids all read up to the last one given, in their order, from `position.floor` on */
export function advance(position: Position, ids: readonly string[]): Position {
  const last = ids.at(-1);
  if (last === undefined) return position;
  const settled = uuidFloor(new Date(Math.max(0, timeOf(last) - UNSETTLED_MS)));
  const tooMany = ids.at(-MAX_UNSETTLED - 1) ?? "";
  const floor = [position.floor, settled, tooMany].toSorted().at(-1) ?? last;
  return { floor, last, known: ids.filter((id) => id > floor).length };
}

const timeOf = (uuid: string) => Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16);

export function encodePosition({ floor, last, known }: Position): string {
  const hex = `${floor}${last}`.replaceAll("-", "") + known.toString(16).padStart(4, "0");
  return Buffer.from(hex, "hex").toString("base64url");
}

/** @returns undefined where this is no cursor of ours */
export function decodePosition(cursor: string): Position | undefined {
  const hex = Buffer.from(cursor, "base64url").toString("hex");
  if (hex.length !== 68) return undefined;
  const known = Number.parseInt(hex.slice(64), 16);
  if (known > MAX_UNSETTLED + MAX_LIMIT) return undefined;
  return { floor: hyphenated(hex.slice(0, 32)), last: hyphenated(hex.slice(32, 64)), known };
}
