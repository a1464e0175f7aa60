/**
 * Which events a webhook wants, by what their data says. The same filter has the same answer here, where it is explained,
 * and as an SQL/JSON path in Postgres, where deliveries are made.
 */
import { z } from "zod";

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
