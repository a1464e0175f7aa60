/** What a filter says to an event's data, where it is explained; Postgres, which decides, says the same (filter-path). */
import type { Json } from "./json";
import type { ORDER_OPS, Condition, Filter } from "./filter";

/** Whether an event with this data is wanted. */
export function matches(filter: Filter, data: Json): boolean {
  if ("all" in filter) return filter.all.every((part) => matches(part, data));
  if ("any" in filter) return filter.any.some((part) => matches(part, data));
  if ("not" in filter) return !matches(filter.not, data);
  return holds(filter, valueAt(data, filter.path));
}

export interface ConditionResult {
  condition: Condition;
  /** What stands there; undefined where nothing does. */
  actual: Json | undefined;
  holds: boolean;
  /** It stands under an odd number of `not`: it has to be false. */
  isNegated: boolean;
}

/** Every condition of a filter, in its order, with what the data says to it. */
export function explain(filter: Filter, data: Json, isNegated = false): ConditionResult[] {
  if ("all" in filter) return filter.all.flatMap((part) => explain(part, data, isNegated));
  if ("any" in filter) return filter.any.flatMap((part) => explain(part, data, isNegated));
  if ("not" in filter) return explain(filter.not, data, !isNegated);
  const actual = valueAt(data, filter.path);
  return [{ condition: filter, actual, holds: holds(filter, actual), isNegated }];
}

function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path.split(".").slice(1)) {
    if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = value[key];
  }
  return value;
}

function holds(condition: Condition, actual: Json | undefined): boolean {
  const { op, value } = condition;
  switch (op) {
    case "exists":
      return (actual !== undefined) === value;
    case "eq":
      return actual === value;
    case "ne":
      return actual !== value;
    case "in":
      return value.some((choice) => choice === actual);
    case "contains":
      if (Array.isArray(actual)) return actual.includes(value);
      return typeof actual === "string" && typeof value === "string" && actual.includes(value);
    case "startsWith":
      return typeof actual === "string" && actual.startsWith(value);
    default:
      return isOrdered(op, actual, value);
  }
}

/** Numbers with numbers, strings with strings: anything else has no order. */
function isOrdered(op: (typeof ORDER_OPS)[number], actual: Json | undefined, value: number | string): boolean {
  if (typeof actual !== typeof value) return false;
  const order = typeof value === "number" ? Number(actual) - value : compareCodePoints(String(actual), value);
  return { gt: order > 0, gte: order >= 0, lt: order < 0, lte: order <= 0 }[op];
}

/** Strings in the order of their code points, as Postgres has it; `<` goes by UTF-16 units. */
function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  for (const [index, point] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (point !== other) return point - other;
  }
  return left.length - right.length;
}
