/** A subscription as the API takes it. */
import { z } from "zod";
import { SUBSCRIPTION_PATTERN, unknownType } from "./subscription";

const MAX_PATTERNS = 200;

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
