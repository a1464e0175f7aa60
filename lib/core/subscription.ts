/** Which webhooks an event type reaches. A subscription is a list of patterns: `*`, `call.*`, `call.ended`. */
import { z } from "zod";
import { quoteShort } from "./errors";

/** Sent by the Test button. Needs no subscription, so it stands in no group. */
export const TEST_EVENT_TYPE = "test.ping";

export const EVENT_TYPE_PATTERN = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/;
export const SUBSCRIPTION_PATTERN = /^(\*|[a-z0-9_]+(\.[a-z0-9_]+)*\.\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$/;

const MAX_PATTERNS = 200;

export const unknownType = (name: unknown) => `There is no event type ${quoteShort(name)}.`;

export const patternSchema = z
  .string()
  .max(200, "Use at most 200 characters.")
  .regex(SUBSCRIPTION_PATTERN, { error: (issue) => unknownType(issue.input) });

/** Whether the types exist is known to an account, not here. */
export const patternsSchema = z
  .array(patternSchema)
  .min(1, "Choose at least one event.")
  .max(MAX_PATTERNS, `Choose at most ${MAX_PATTERNS} entries; a group like call.* is one.`)
  .transform((patterns) => (patterns.includes("*") ? ["*"] : [...new Set(patterns)]));

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
