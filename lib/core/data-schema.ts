/**
 * The JSON Schemas that an account may bring: checking data against one takes time in proportion to the data, whatever
 * the schema says. So there are no patterns, references or comparisons of whole objects in it, and few branches.
 */
import type { JsonSchema } from "./catalogue/define";
import { quoteShort } from "./errors";
import type { Json } from "./json";
import { isObject } from "./json-schema";
import { jsonObjectSchema } from "./json-shapes";

const MAX_BYTES = 16 * 1024;
const MAX_DEPTH = 12;
/** Each makes the same data be looked at once more. */
const MAX_BRANCHES = 20;
const MAX_CHOICES = 200;

const TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"];
const DIALECT = "https://json-schema.org/draft/2020-12/schema";

type Check = (value: Json) => string | undefined;

const isScalar = (value: Json) => value === null || typeof value !== "object";
const isWhole = (value: Json) => Number.isInteger(value) && Number(value) >= 0;
const areTexts = (value: Json) => Array.isArray(value) && value.every((item) => typeof item === "string");
const must =
  (fits: (value: Json) => boolean, words: string): Check =>
  (value) =>
    fits(value) ? undefined : words;

const anything: Check = () => undefined;
const text = must((value) => typeof value === "string", "Has to be a string.");
const flag = must((value) => typeof value === "boolean", "Has to be true or false.");
const number = must((value) => typeof value === "number", "Has to be a number.");
const whole = must(isWhole, "Has to be a whole number from 0.");

/** What may stand in a schema beside its parts. */
const KEYWORDS = new Map<string, Check>([
  ["$schema", must((value) => value === DIALECT, `Has to be ${DIALECT}.`)],
  ["$comment", text],
  ["title", text],
  ["description", text],
  ["format", text],
  ["default", anything],
  ["examples", must(Array.isArray, "Has to be a list.")],
  ["deprecated", flag],
  [
    "type",
    must(
      (value) => {
        const types = Array.isArray(value) ? value : [value];
        return types.length > 0 && types.every((type) => typeof type === "string" && TYPES.includes(type));
      },
      `Has to be of ${TYPES.join(", ")}.`,
    ),
  ],
  [
    "enum",
    must(
      (value) => Array.isArray(value) && value.length > 0 && value.length <= MAX_CHOICES && value.every(isScalar),
      `Has to be a list of 1 to ${MAX_CHOICES} strings, numbers, booleans or null.`,
    ),
  ],
  ["const", must(isScalar, "Has to be a string, a number, a boolean or null.")],
  ["required", must(areTexts, "Has to be a list of field names.")],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((name): [string, Check] => [name, number]),
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(
    (name): [string, Check] => [name, whole],
  ),
]);

const REFUSED = new Map([
  ...["pattern", "patternProperties"].map((name): [string, string] => [
    name,
    "Patterns aren't taken: a regular expression can take any time. Use enum, minLength and maxLength.",
  ]),
  ...["$ref", "$dynamicRef", "$defs", "definitions", "$id", "$anchor"].map((name): [string, string] => [
    name,
    "References aren't taken: write the schema out where it is used.",
  ]),
  ["uniqueItems", "Not taken: comparing all items with each other can take any time."],
]);

interface Found {
  path: (string | number)[];
  message: string;
}

/** @returns the first thing in a schema that isn't taken */
function findUntaken(schema: JsonSchema): Found | undefined {
  let branches = 0;
  const look = (node: Json | undefined, path: (string | number)[]): Found | undefined => {
    if (typeof node === "boolean") return undefined;
    if (!isObject(node)) return { path, message: "Has to be a schema: an object, true or false." };
    if (path.length > MAX_DEPTH * 2) return { path, message: `Nested deeper than ${MAX_DEPTH} levels.` };
    for (const [name, value] of Object.entries(node)) {
      const found = lookAt(name, value, [...path, name]);
      if (found) return found;
    }
    return undefined;
  };
  const lookAt = (name: string, value: Json, path: (string | number)[]): Found | undefined => {
    const refused = REFUSED.get(name);
    if (refused !== undefined) return { path, message: refused };
    switch (name) {
      case "properties":
        if (!isObject(value)) return { path, message: "Has to be an object of schemas." };
        return firstOf(Object.entries(value), ([field, part]) => look(part, [...path, field]));
      case "allOf":
      case "anyOf":
      case "oneOf":
        if (!Array.isArray(value) || value.length === 0) return { path, message: "Has to be a list of schemas." };
        branches += value.length;
        if (branches > MAX_BRANCHES) return { path, message: tooManyBranches };
        return firstOf([...value.entries()], ([index, part]) => look(part, [...path, index]));
      case "not":
        if (++branches > MAX_BRANCHES) return { path, message: tooManyBranches };
        return look(value, path);
      case "items":
      case "additionalProperties":
        return look(value, path);
      default: {
        const check = KEYWORDS.get(name);
        const message = check ? check(value) : `The keyword ${quoteShort(name)} isn't known here.`;
        return message === undefined ? undefined : { path, message };
      }
    }
  };
  return look(schema, []);
}

const tooManyBranches = `Use at most ${MAX_BRANCHES} alternatives (allOf, anyOf, oneOf, not) in all.`;

function firstOf<T>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

/** A JSON Schema (2020-12) of an event's data, written out. */
export const dataSchema = jsonObjectSchema("Give a JSON Schema as an object.").superRefine((schema, ctx) => {
  if (new TextEncoder().encode(JSON.stringify(schema)).length > MAX_BYTES) {
    ctx.addIssue({ code: "custom", message: `A schema may have at most ${MAX_BYTES / 1024} KiB.` });
    return;
  }
  const found = findUntaken(schema);
  if (found) ctx.addIssue({ code: "custom", ...found });
});
