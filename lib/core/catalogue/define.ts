/** How the files of the catalogue are written: JSON Schema (2020-12) in few words; publishers may always send more fields. */
import type { Json } from "../json";

export type JsonSchema = Record<string, Json>;

export interface CatalogueType {
  name: string;
  /** "Triggered when …" */
  description: string;
  useCases: readonly string[];
  /** Of the event's `data`. */
  schema: JsonSchema;
  /** A realistic `data`, complete. */
  sample: Record<string, Json>;
}

export interface CatalogueGroup {
  name: string;
  types: readonly CatalogueType[];
}

export const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: "string",
  description,
  ...more,
});
/** What identifies something: an empty one would identify nothing. */
export const key = (description: string) => text(description, { minLength: 1 });
export const choice = (description: string, ...values: string[]) => text(description, { enum: values });
export const time = (description: string) => text(description, { format: "date-time" });
export const url = (description: string) => text(description, { format: "uri" });
export const integer = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: "integer",
  description,
  ...more,
});
export const count = (description: string) => integer(description, { minimum: 0 });
export const number = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: "number",
  description,
  ...more,
});
export const flag = (description: string): JsonSchema => ({ type: "boolean", description });
export const list = (description: string, items: JsonSchema): JsonSchema => ({ type: "array", description, items });
export const map = (description: string): JsonSchema => ({ type: "object", description });

/** @param required the fields that are always there */
export function data(required: readonly string[], properties: Record<string, JsonSchema>): JsonSchema {
  return { type: "object", required: [...required], properties };
}

/** An object within the data. @param required its fields that are always there */
export const part = (
  description: string,
  properties: Record<string, JsonSchema>,
  required: readonly string[] = [],
): JsonSchema => ({ ...data(required, properties), description });
