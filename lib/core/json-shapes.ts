/** JSON of any shape within Zod schemas. What they are given has been read as JSON: it is not walked through again. */
import { z } from "zod";
import type { Json } from "./json";

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

export const jsonValueSchema = z.custom<Json>((value) => value !== undefined).meta({ override: {} });

export function jsonObjectSchema(error: string) {
  return z
    .custom<Record<string, Json>>(isObject, error)
    .meta({ override: { type: "object", additionalProperties: true } });
}
