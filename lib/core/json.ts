/** JSON as receivers will see it: what passes here survives `JSON.stringify(JSON.parse(body))` byte for byte. */
import { duplicateField } from "./duplicate-fields";
import { AppError, invalid, shortName, type FieldErrors } from "./errors";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const MAX_DEPTH = 64;
/** No object that a request is made of has more fields, or is deeper inside it; only an event's data is free. */
const MAX_FIELDS = 32;
const MAX_REQUEST_DEPTH = 8;
/** What a client describes or sends on, as it likes; each has a limit of its own. */
const FREE = new Set(["data", "sample", "schema"]);
/** Of a field, in an answer. */
const LONGEST_NAME = 100;

/** @throws AppError invalid_request (400) where the text isn't JSON or holds U+0000 */
export const parseJson = (text: string): Json => checked(read(text));

/**
 * The body of a request, for a schema that refuses unknown fields. Of an object with hundreds of thousands of them it
 * sees the first 33: they are refused and named as before, and it takes no seconds to say so.
 * @throws as parseJson, and AppError validation_failed where a field stands in an object twice
 */
export function parseBody(text: string): Json {
  const value = read(text);
  const twice = duplicateField(text, value);
  if (twice !== undefined)
    throw invalid({ [twice.slice(0, LONGEST_NAME) || "body"]: "This field stands there twice." });
  return checked(withoutCrowds(value, 0));
}

function read(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AppError("invalid_request", "The body is not valid JSON.");
  }
}

function withoutCrowds(value: Json, depth: number): Json {
  if (value === null || typeof value !== "object" || depth > MAX_REQUEST_DEPTH) return value;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = withoutCrowds(item, depth + 1);
    return value;
  }
  let count = 0;
  for (const key in value) {
    if (++count > MAX_FIELDS) return Object.fromEntries(firstOf(value, MAX_FIELDS + 1));
    const item = value[key];
    if (!FREE.has(key) && typeof item === "object") value[key] = withoutCrowds(item, depth + 1);
  }
  return value;
}

function firstOf(value: Record<string, Json>, count: number): [string, Json][] {
  const first: [string, Json][] = [];
  for (const key in value) {
    if (first.push([key, value[key] ?? null]) === count) break;
  }
  return first;
}

function checked(value: Json): Json {
  const problem = findUnfit(value, "", 0);
  if (!problem) return value;
  const path = shortName(problem.path || "body");
  const fields: FieldErrors = { [path]: problem.message };
  throw new AppError(problem.code, `${path}: ${problem.message}`, fields);
}

interface Unfit {
  path: string;
  message: string;
  code: "invalid_request" | "validation_failed";
}

/** The first thing that a receiver's JSON parser, or Postgres, would not give back unchanged. */
function findUnfit(value: Json, path: string, depth: number): Unfit | undefined {
  if (typeof value === "string") return findUnfitText(value, path);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { path, message: "This number is too large for JSON.", code: "validation_failed" };
  }
  if (value === null || typeof value !== "object") return undefined;
  if (depth >= MAX_DEPTH) {
    return { path, message: `Nested deeper than ${MAX_DEPTH} levels.`, code: "validation_failed" };
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = findUnfit(item, `${path}[${index}]`, depth + 1);
      if (problem) return problem;
    }
    return undefined;
  }
  // Nothing is inherited here, and Object.entries takes three times as long where there is very much.
  for (const key in value) {
    const problem = findUnfitKey(key, path) ?? findUnfit(value[key] ?? null, path ? `${path}.${key}` : key, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function findUnfitKey(key: string, path: string): Unfit | undefined {
  if (key === "__proto__") {
    return { path: path || "body", message: "The key __proto__ is not allowed.", code: "validation_failed" };
  }
  return findUnfitText(key, path || "body");
}

function findUnfitText(text: string, path: string): Unfit | undefined {
  if (text.includes("\u0000")) {
    return { path, message: "The character U+0000 is not allowed.", code: "invalid_request" };
  }
  if (!text.isWellFormed()) {
    return { path, message: "Half a surrogate pair is not allowed.", code: "invalid_request" };
  }
  return undefined;
}
