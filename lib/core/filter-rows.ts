/** A filter of one level as rows of text, as a form shows it; what is typed becomes the value that was meant. */
import type { Filter } from "./filter";

export const ROW_OPS = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "contains",
  "startsWith",
  "in",
  "exists",
  "missing",
] as const;
export type RowOp = (typeof ROW_OPS)[number];

export interface FilterRow {
  path: string;
  op: RowOp;
  text: string;
}

export interface FilterRows {
  /** All of them have to hold, or any. */
  join: "all" | "any";
  rows: FilterRow[];
}

/** @returns undefined for a filter that rows can't show: one with groups in groups */
export function rowsOf(filter: Filter): FilterRows | undefined {
  if ("not" in filter) return undefined;
  const join = "any" in filter ? "any" : "all";
  const parts = "any" in filter ? filter.any : "all" in filter ? filter.all : [filter];
  const rows = parts.flatMap((part) => ("op" in part ? [rowOf(part)] : []));
  return rows.length === parts.length ? { join, rows } : undefined;
}

function rowOf(condition: Extract<Filter, { op: string }>): FilterRow {
  const { path, op, value } = condition;
  if (op === "exists") return { path, op: value ? "exists" : "missing", text: "" };
  if (op === "in") return { path, op, text: value.map(itemOf).join(", ") };
  return { path, op, text: op === "startsWith" ? value : textOf(value) };
}

/** Within a list a quote begins what goes on to the next one. */
function itemOf(value: string | number | boolean | null): string {
  const isAmbiguous = value === "" || (typeof value === "string" && value.includes('"'));
  return isAmbiguous ? JSON.stringify(value) : textOf(value);
}

/** A string that could be taken for something else stands in quotes. */
function textOf(value: string | number | boolean | null): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const isPlain = valueOf(value) === value && !value.includes(",");
  return isPlain ? value : JSON.stringify(value);
}

/** As a webhook takes it; what is wrong with it is the schema's to say. */
export function filterOf({ join, rows }: FilterRows): unknown {
  if (rows.length === 0) return null;
  const conditions = rows.map(({ path, op, text }) => {
    if (op === "exists" || op === "missing") return { path, op: "exists", value: op === "exists" };
    if (op === "in") return { path, op, value: listOf(text) };
    return { path, op, value: op === "startsWith" ? text : valueOf(text) };
  });
  return join === "all" ? { all: conditions } : { any: conditions };
}

/** `50` is a number, `true` and `null` are themselves, `"50"` is a string, and so is everything else. */
function valueOf(text: string): string | number | boolean | null {
  const trimmed = text.trim();
  if (!/^(".*"|-?\d.*|true|false|null)$/s.test(trimmed)) return trimmed;
  try {
    return JSON.parse(trimmed) as string | number | boolean | null;
  } catch {
    return trimmed;
  }
}

function listOf(text: string): (string | number | boolean | null)[] {
  const items = text.match(/\s*("(?:[^"\\]|\\.)*"|[^,]*)\s*(?:,|$)/g) ?? [];
  return items
    .map((item) => item.replace(/,\s*$/, "").trim())
    .filter(Boolean)
    .map(valueOf);
}
