/**
 * Which events a webhook wants, by what their data says. The same filter has the same answer here, where it is explained,
 * and as an SQL/JSON path in Postgres, where deliveries are made.
 */
import { z } from "zod";
import type { Json } from "./json";

export const MAX_CONDITIONS = 50;
export const MAX_DEPTH = 5;
const MAX_TEXT = 500;
/** Text that is looked for within text makes Postgres work: little of it, and short. */
const MAX_CONTAINS = 10;
const MAX_CONTAINED = 200;
const MAX_CHOICES = 100;

const PATH_RULE = "Give a path into the event's data, like data.lead_score.";
const GROUP_RULE = "Give at least one condition.";
const CONDITION_RULE =
  'Give {"path", "op", "value"}, op one of eq, ne, gt, gte, lt, lte, in, contains, startsWith, exists; or {"all": […]}, {"any": […]} or {"not": …}.';

const path = z
  .string(PATH_RULE)
  .regex(/^data(\.[A-Za-z0-9_-]{1,100}){1,10}$/, PATH_RULE)
  .describe("Into the event's data, like `data.lead_score`.");
const text = z
  .string()
  .max(MAX_TEXT, `Use at most ${MAX_TEXT} characters.`)
  .refine(isStorable, "Use whole characters.");
const scalar = z.union([text, z.number(), z.boolean(), z.null()], "Give a string, a number, true, false or null.");
const comparable = z.union([text, z.number()], "Give a number or a string.");

export const EQUALITY_OPS = ["eq", "ne"] as const;
export const ORDER_OPS = ["gt", "gte", "lt", "lte"] as const;

export const conditionSchema = z.discriminatedUnion(
  "op",
  [
    z.strictObject({
      path,
      op: z.enum(EQUALITY_OPS).describe("`eq`: it is this value. `ne`: it is anything else, or nothing stands there."),
      value: scalar,
    }),
    z.strictObject({
      path,
      op: z.enum(ORDER_OPS).describe("`gt`, `gte`, `lt`, `lte`: it is above, at least, below, at most this."),
      value: comparable,
    }),
    z.strictObject({
      path,
      op: z.literal("in").describe("`in`: it is one of these values."),
      value: z
        .array(scalar, "Give a list.")
        .min(1, "Give at least one value.")
        .max(MAX_CHOICES, `Give at most ${MAX_CHOICES} values.`),
    }),
    z.strictObject({
      path,
      op: z.literal("contains").describe("`contains`: a string has this text in it, or a list has this item."),
      value: scalar.refine(
        (value) => typeof value !== "string" || value.length <= MAX_CONTAINED,
        `Use at most ${MAX_CONTAINED} characters.`,
      ),
    }),
    z.strictObject({
      path,
      op: z.literal("startsWith").describe("`startsWith`: a string begins with this text."),
      value: text,
    }),
    z.strictObject({
      path,
      op: z.literal("exists").describe("`exists`: something stands there; with `false`, nothing does."),
      value: z.boolean("Give true or false."),
    }),
  ],
  CONDITION_RULE,
);
export type Condition = z.infer<typeof conditionSchema>;

export type Filter = Condition | { all: Filter[] } | { any: Filter[] } | { not: Filter };

const nodeSchema: z.ZodType<Filter, Filter> = z
  .lazy(() =>
    z.union(
      [
        conditionSchema,
        z.strictObject({ all: z.array(nodeSchema).min(1, GROUP_RULE).describe("All of them have to hold.") }),
        z.strictObject({ any: z.array(nodeSchema).min(1, GROUP_RULE).describe("One of them has to hold.") }),
        z.strictObject({ not: nodeSchema }),
      ],
      { error: (issue) => messageAbout(issue.input, (issue.errors ?? []) as { message: string; code?: string }[][]) },
    ),
  )
  .meta({
    id: "Filter",
    description:
      'Either a condition, `{path, op, value}`, or several put together by one of `all`, `any` and `not`: `{"all": [{…}, {…}]}`. What stands in `not` has to be false.',
  });

/** Sizes are looked at first: a union of unions asks about each level several times. */
export const filterSchema = z
  .custom<Filter>((value) => isSmall(value), {
    error: `Use at most ${MAX_CONDITIONS} conditions, nested at most ${MAX_DEPTH} deep.`,
    abort: true,
  })
  .meta({ override: { $ref: "#/components/schemas/Filter" } })
  .pipe(nodeSchema)
  .refine((filter) => searchesIn(filter) <= MAX_CONTAINS, `Use contains with a text at most ${MAX_CONTAINS} times.`);

function searchesIn(filter: Filter): number {
  if ("op" in filter) return filter.op === "contains" && typeof filter.value === "string" ? 1 : 0;
  const parts = "all" in filter ? filter.all : "any" in filter ? filter.any : [filter.not];
  return parts.reduce((sum, part) => sum + searchesIn(part), 0);
}

const KINDS = ["op", "all", "any", "not"] as const;

/** The words about the alternative that was meant. */
function messageAbout(input: unknown, alternatives: readonly (readonly { message: string; code?: string }[])[]) {
  const meant = KINDS.flatMap((kind, index) =>
    typeof input === "object" && input !== null && kind in input ? [index] : [],
  );
  const [issue] = meant.length === 1 ? (alternatives[meant[0] ?? 0] ?? []) : [];
  return issue && issue.code !== "unrecognized_keys" ? issue.message : CONDITION_RULE;
}

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes("\u0000");
}

function isSmall(filter: unknown): boolean {
  let left = MAX_CONDITIONS;
  const fits = (node: unknown, depth: number): boolean => {
    if (typeof node !== "object" || node === null) return true;
    const children = childrenOf(node);
    if (!children) return --left >= 0;
    return depth < MAX_DEPTH && children.length <= MAX_CONDITIONS && children.every((child) => fits(child, depth + 1));
  };
  return fits(filter, 0);
}

function childrenOf(node: object): unknown[] | undefined {
  if ("all" in node) return Array.isArray(node.all) ? node.all : [];
  if ("any" in node) return Array.isArray(node.any) ? node.any : [];
  return "not" in node ? [node.not] : undefined;
}

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
