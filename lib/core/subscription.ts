/** Which webhooks an event type reaches. A subscription is a list of patterns: `*`, `call.*`, `call.ended`. */
import { quoteShort } from "./errors";

/** Sent by the Test button. Needs no subscription, so it stands in no group. */
export const TEST_EVENT_TYPE = "test.ping";

export const EVENT_TYPE_PATTERN = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/;
export const SUBSCRIPTION_PATTERN = /^(\*|[a-z0-9_]+(\.[a-z0-9_]+)*\.\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$/;

export const unknownType = (name: unknown) => `There is no event type ${quoteShort(name)}.`;

/**
 * Every pattern that matches a type, so that matching is an overlap of two arrays, in Postgres as here.
 * `a.b.c` → `*`, `a.*`, `a.b.*`, `a.b.c`
 */
export function patternsMatching(type: string): string[] {
  const parts = type.split(".");
  const groups = parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join(".")}.*`);
  return ["*", ...groups, type];
}

export function isSubscribed(patterns: readonly string[], type: string): boolean {
  const matching = new Set(patternsMatching(type));
  return patterns.some((pattern) => matching.has(pattern));
}
