/** An event type as its form has it: text, field by field. */
import { jsonProblem } from "@/components/json-problem";
import { ApiError, eventTypesApi } from "@/lib/api-client";
import type { CreateEventTypeInput, EventTypeDetail } from "@/lib/core/event-type";

export const FIELDS = ["name", "description", "useCases", "schema", "sample"] as const;
type DraftField = (typeof FIELDS)[number];
export type Draft = Record<DraftField, string>;

export function draftOf(type: EventTypeDetail | undefined): Draft {
  return {
    name: type?.name ?? "",
    description: type?.description ?? "",
    useCases: type?.useCases.join("\n") ?? "",
    schema: type?.schema ? JSON.stringify(type.schema, null, 2) : "",
    sample: JSON.stringify(type?.sample ?? {}, null, 2),
  };
}

/** @throws ApiError, with one message for each of the form's fields, in the form's words */
export async function save(draft: Draft, type: EventTypeDetail | undefined): Promise<EventTypeDetail> {
  const fields = {
    description: draft.description,
    useCases: linesOf(draft.useCases).map(({ text }) => text),
    sample: read("sample", draft.sample || "{}") as NonNullable<CreateEventTypeInput["sample"]>,
    schema: draft.schema.trim() ? (read("schema", draft.schema) as CreateEventTypeInput["schema"]) : null,
  };
  try {
    if (type) return await eventTypesApi.update(type.name, { ...fields, schema: fields.schema ?? null });
    return await eventTypesApi.create({ name: draft.name.trim(), ...fields });
  } catch (error) {
    throw error instanceof ApiError ? new ApiError(error.status, error.message, inWords(error.fields, draft)) : error;
  }
}

/** Those that aren't blank, with their numbers in the text. */
const linesOf = (text: string) =>
  text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [{ text: line, number: index + 1 }]));

function read(field: DraftField, text: string): unknown {
  const problem = jsonProblem(text);
  if (problem !== undefined) throw new ApiError(422, problem, { [field]: problem });
  return JSON.parse(text) as unknown;
}

/** @param fields by paths of the API, like `useCases.2` and `schema.properties.a.type` */
function inWords(fields: Readonly<Record<string, string>>, draft: Draft): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [path, message] of Object.entries(fields)) {
    const field = FIELDS.find((name) => /^[.[]|^$/.test(path.slice(name.length)) && path.startsWith(name));
    if (field) words[field] ??= placeOf(field, path.slice(field.length).replace(/^\./, ""), draft) + message;
  }
  return words;
}

function placeOf(field: DraftField, inner: string, draft: Draft): string {
  if (inner === "") return "";
  if (field !== "useCases") return `In the ${field}, ${inner}: `;
  const line = linesOf(draft.useCases)[Number(inner)];
  return line ? `Line ${line.number}: ` : "";
}
