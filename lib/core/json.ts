/** JSON as receivers will see it: what passes here survives `JSON.stringify(JSON.parse(body))` byte for byte. */
import { AppError, type FieldErrors } from "./errors";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const MAX_DEPTH = 64;

/** @throws AppError invalid_request (400) where the text isn't JSON or holds U+0000 */
export function parseJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new AppError("invalid_request", "The body is not valid JSON.");
  }
  const problem = findUnfit(value, "", 0);
  if (!problem) return value;
  const fields: FieldErrors = { [problem.path || "body"]: problem.message };
  throw new AppError(problem.code, `${problem.path || "body"}: ${problem.message}`, fields);
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
  for (const [key, item] of Object.entries(value)) {
    const problem = findUnfitKey(key, path) ?? findUnfit(item, path ? `${path}.${key}` : key, depth + 1);
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
