/** Checks an event's data against a JSON Schema of the part that `dataSchema` lets in: no pattern, no reference, no code. */
import type { JsonSchema } from "./catalogue/define";
import { shortName } from "./errors";
import type { Json } from "./json";

export interface SchemaProblem {
  /** Where in the event, like `data.tags[2]`. */
  path: string;
  message: string;
}

/** @returns the first thing that is not as the schema says */
export function findProblem(schema: Json, value: Json, path = "data"): SchemaProblem | undefined {
  for (const problem of problemsOf(schema, value, path)) return problem;
  return undefined;
}

/** @returns what is not as the schema says, place by place, at most so much of it */
export function findProblems(schema: Json, value: Json, max: number, path = "data"): SchemaProblem[] {
  const found = new Map<string, SchemaProblem>();
  for (const problem of problemsOf(schema, value, path)) {
    const path = shortName(problem.path);
    if (!found.has(path)) found.set(path, { ...problem, path });
    if (found.size === max) break;
  }
  return [...found.values()];
}

/** What has the wrong type is not looked into. */
function* problemsOf(schema: Json, value: Json, path: string): Generator<SchemaProblem, void> {
  if (!isObject(schema)) {
    if (schema === false) yield { path, message: "This is not allowed." };
    return;
  }
  const message =
    problemOfType(schema, value) ??
    problemOfChoice(schema, value) ??
    (typeof value === "number" ? problemOfNumber(schema, value) : undefined) ??
    (typeof value === "string" ? problemOfText(schema, value) : undefined);
  if (message !== undefined) return yield { path, message };
  if (Array.isArray(value)) yield* problemsInList(schema, value, path);
  else if (isObject(value)) yield* problemsInObject(schema, value, path);
  yield* problemsInCombination(schema, value, path);
}

function problemOfType({ type }: JsonSchema, value: Json): string | undefined {
  if (type === undefined) return undefined;
  const allowed = Array.isArray(type) ? type : [type];
  const isIt = allowed.some((name) => name === typeOf(value) || (name === "integer" && Number.isInteger(value)));
  return isIt ? undefined : `Has to be ${allowed.join(" or ")}, not ${typeOf(value)}.`;
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function problemOfChoice(schema: JsonSchema, value: Json): string | undefined {
  const { enum: choices, const: only } = schema;
  if (Array.isArray(choices) && !choices.includes(value)) return `Has to be one of ${listed(choices)}.`;
  if (only !== undefined && only !== value) return `Has to be ${JSON.stringify(only)}.`;
  return undefined;
}

const SHOWN_CHOICES = 8;

function listed(choices: readonly Json[]): string {
  const shown = choices.slice(0, SHOWN_CHOICES).map((choice) => JSON.stringify(choice).slice(0, 40));
  return shown.join(", ") + (choices.length > SHOWN_CHOICES ? " …" : "");
}

function problemOfNumber(schema: JsonSchema, value: number): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (typeof minimum === "number" && value < minimum) return `Has to be at least ${minimum}.`;
  if (typeof maximum === "number" && value > maximum) return `Has to be at most ${maximum}.`;
  if (typeof exclusiveMinimum === "number" && value <= exclusiveMinimum) return `Has to be above ${exclusiveMinimum}.`;
  if (typeof exclusiveMaximum === "number" && value >= exclusiveMaximum) return `Has to be below ${exclusiveMaximum}.`;
  return undefined;
}

function problemOfText({ minLength, maxLength }: JsonSchema, value: string): string | undefined {
  if (minLength === undefined && maxLength === undefined) return undefined;
  let length = 0;
  for (const _ of value) length++;
  return problemOfSize(length, "characters", minLength, maxLength);
}

function problemOfSize(size: number, what: string, min: Json | undefined, max: Json | undefined): string | undefined {
  if (typeof min === "number" && size < min) return `Has ${size} ${what}, has to have at least ${min}.`;
  if (typeof max === "number" && size > max) return `Has ${size} ${what}, may have at most ${max}.`;
  return undefined;
}

function* problemsInList(schema: JsonSchema, value: Json[], path: string): Generator<SchemaProblem, void> {
  const message = problemOfSize(value.length, "items", schema["minItems"], schema["maxItems"]);
  if (message !== undefined) yield { path, message };
  const { items } = schema;
  if (items === undefined) return;
  for (const [index, item] of value.entries()) yield* problemsOf(items, item, `${path}[${index}]`);
}

function* problemsInObject(schema: JsonSchema, value: JsonSchema, path: string): Generator<SchemaProblem, void> {
  const { required, properties, additionalProperties, minProperties, maxProperties } = schema;
  for (const name of Array.isArray(required) ? required : []) {
    if (!Object.hasOwn(value, String(name))) yield { path: `${path}.${String(name)}`, message: "This is missing." };
  }
  if (minProperties !== undefined || maxProperties !== undefined) {
    const message = problemOfSize(Object.keys(value).length, "fields", minProperties, maxProperties);
    if (message !== undefined) yield { path, message };
  }
  const known = isObject(properties) ? properties : {};
  for (const name in value) {
    const its = Object.hasOwn(known, name) ? known[name] : additionalProperties;
    if (its !== undefined) yield* problemsOf(its, value[name] ?? null, `${path}.${name}`);
  }
}

function* problemsInCombination(schema: JsonSchema, value: Json, path: string): Generator<SchemaProblem, void> {
  const { allOf, anyOf, oneOf, not } = schema;
  for (const part of Array.isArray(allOf) ? allOf : []) yield* problemsOf(part, value, path);
  const fits = (part: Json) => findProblem(part, value, path) === undefined;
  if (Array.isArray(anyOf) && !anyOf.some(fits)) yield { path, message: "Fits none of the schema's alternatives." };
  if (Array.isArray(oneOf)) {
    const count = oneOf.filter(fits).length;
    if (count !== 1) yield { path, message: `Fits ${count} of the schema's alternatives, has to fit one.` };
  }
  if (not !== undefined && fits(not)) yield { path, message: "Fits what the schema excludes." };
}

export function isObject(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
