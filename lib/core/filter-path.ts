/** A filter as the SQL/JSON path that Postgres asks an event's data: true exactly where `matches` is. */
import type { Condition, Filter } from "./filter";

/** @returns a jsonpath predicate, for `data::jsonb @@ path::jsonpath IS TRUE` */
export const filterPath = (filter: Filter): string => `strict ${predicate(filter, true)}`;

/**
 * Strict mode, as a lax one looks into lists unasked. There, a missing key is an error and makes a condition unknown;
 * so `not` is pushed down to the conditions, where what isn't known counts as not so.
 */
function predicate(filter: Filter, wanted: boolean): string {
  if ("not" in filter) return predicate(filter.not, !wanted);
  if ("all" in filter) return joined(filter.all, wanted, wanted ? " && " : " || ");
  if ("any" in filter) return joined(filter.any, wanted, wanted ? " || " : " && ");
  const isInverse = filter.op === "ne" || (filter.op === "exists" && !filter.value);
  const test = condition(filter);
  return wanted === isInverse ? `(!(${test}) || (${test}) is unknown)` : `(${test})`;
}

function joined(parts: readonly Filter[], wanted: boolean, operator: string): string {
  return `(${parts.map((part) => predicate(part, wanted)).join(operator)})`;
}

const COMPARISONS = { eq: "==", ne: "==", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function condition({ path, op, value }: Condition): string {
  const at = `$${path
    .split(".")
    .slice(1)
    .map((key) => `.${quoted(key)}`)
    .join("")}`;
  const having = (test: string) => `exists(${at} ? (${test}))`;
  switch (op) {
    case "exists":
      return `exists(${at})`;
    case "in":
      return having(value.map((choice) => `@ == ${quoted(choice)}`).join(" || "));
    case "contains": {
      const inList = having(`@.type() == "array" && exists(@[*] ? (@ == ${quoted(value)}))`);
      if (typeof value !== "string") return inList;
      return `${having(`@.type() == "string" && ${containing(value)}`)} || ${inList}`;
    }
    case "startsWith":
      return having(`@ starts with ${quoted(value)}`);
    default:
      return having(`@ ${COMPARISONS[op]} ${quoted(value)}`);
  }
}

/** Every string contains the empty one; a regular expression of nothing is another matter. */
const containing = (text: string) => (text === "" ? "@ == @" : `@ like_regex ${quoted(text)} flag "q"`);

/** JSON is also how jsonpath writes strings, numbers, booleans and null. */
const quoted = (value: string | number | boolean | null) => JSON.stringify(value);
