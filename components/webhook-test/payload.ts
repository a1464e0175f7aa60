import { findProblems, type SchemaProblem } from "@/lib/core/json-schema";
import type { JsonSchema } from "@/lib/core/catalogue/define";
import type { Json } from "@/lib/core/json";

export const ROOT = "data";
const MAX_PROBLEMS = 20;

/** @returns the data of an event, or undefined for what is no JSON object */
export function readData(text: string): Record<string, Json> | undefined {
  try {
    const data = JSON.parse(text) as Json;
    return typeof data === "object" && data !== null && !Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What of a payload isn't as its type's schema says; nothing where there is no schema, or no JSON. */
export function problemsOf(schema: JsonSchema | null | undefined, text: string): SchemaProblem[] {
  const data = readData(text);
  return schema && data ? findProblems(schema, data, MAX_PROBLEMS, ROOT) : [];
}

export const prettyData = (data: unknown) => JSON.stringify(data, null, 2);
