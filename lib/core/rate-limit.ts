/** How many requests a key may send: counted in windows of ten seconds, so that short bursts pass. */
import { AppError } from "./errors";

export const WINDOW_SECONDS = 10;
const WINDOW_MS = WINDOW_SECONDS * 1000;

/** @param nowMs Unix time in milliseconds @returns which window this is: every process names it alike */
export const windowAt = (nowMs: number) => Math.floor(nowMs / WINDOW_MS);

export interface Allowance {
  /** Requests in a window. */
  limit: number;
  /** What is left of them, with this request taken off. */
  remaining: number;
  /** Until the next window, at least 1. */
  resetSeconds: number;
  isAdmitted: boolean;
}

/** @param counted requests of this window before this one */
export function allowanceOf(perSecond: number, counted: number, nowMs: number): Allowance {
  const limit = perSecond * WINDOW_SECONDS;
  return {
    limit,
    remaining: Math.max(limit - counted - 1, 0),
    resetSeconds: Math.ceil(((windowAt(nowMs) + 1) * WINDOW_MS - nowMs) / 1000),
    isAdmitted: counted < limit,
  };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-06. */
export function rateLimitHeaders({ limit, remaining, resetSeconds, isAdmitted }: Allowance): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
    "RateLimit-Policy": `${limit};w=${WINDOW_SECONDS}`,
    ...(isAdmitted ? {} : { "Retry-After": String(resetSeconds) }),
  };
}

export const rateLimited = ({ limit, resetSeconds }: Allowance) =>
  new AppError(
    "rate_limited",
    `This API key has sent its ${limit.toLocaleString("en")} requests of ${WINDOW_SECONDS} s. Try again in ${resetSeconds} s.`,
  );
