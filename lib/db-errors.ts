/** What a failed query says about the world, by the codes of Prisma and of Postgres (SQLSTATE). */

/** The row was there a moment ago and is not any more (Prisma P2025): somebody was quicker. */
export function isGone(error: unknown): boolean {
  return codeOf(error) === "P2025";
}

/** The same row is there already (Prisma P2002): somebody was quicker. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === "P2002";
}

/** What the row belongs to is gone (Prisma P2003): somebody was quicker. */
export function isOrphan(error: unknown): boolean {
  return codeOf(error) === "P2003";
}

const UNAVAILABLE = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  // A deadlock.
  "P2034",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
/** What pg says, without a code, of a connection that is lost or can't be had in time. */
const CONNECTION_LOST = /connection terminated|timeout exceeded when trying to connect|connection ended/i;

/** The database is away, restarting or overloaded: the same request may well succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (UNAVAILABLE.has(code) || /^(08|40|53|57P)/.test(code)) return true;
  if (!(error instanceof Error)) return false;
  return CONNECTION_LOST.test(error.message) || isUnavailable(error.cause) || isUnavailable(adapterErrorOf(error));
}

/** Where Prisma has no code of its own for what Postgres said, it hides it here. */
function adapterErrorOf(error: Error): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: unknown } };
  return meta?.driverAdapterError;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
