/** An event type as its form has it: text, field by field. */
import { jsonProblem } from "@/components/json-problem";
import { eventTypesApi } from "@/lib/api-client/event-types";
import { ApiError } from "@/lib/api-client/api-error";
import type { Translate } from "@/lib/core/messages/translate";
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
export async function save(
  t: Translate<"events">,
  draft: Draft,
  type: EventTypeDetail | undefined,
): Promise<EventTypeDetail> {
  const fields = {
    description: draft.description,
    useCases: linesOf(draft.useCases).map(({ text }) => text),
    sample: read(t, "sample", draft.sample || "{}") as NonNullable<CreateEventTypeInput["sample"]>,
    schema: draft.schema.trim() ? (read(t, "schema", draft.schema) as CreateEventTypeInput["schema"]) : null,
  };
  try {
    if (type) return await eventTypesApi.update(type.name, { ...fields, schema: fields.schema ?? null });
    return await eventTypesApi.create({ name: draft.name.trim(), ...fields });
  } catch (error) {
    throw error instanceof ApiError
      ? new ApiError(error.status, error.message, inWords(t, error.fields, draft))
      : error;
  }
}

/** Those that aren't blank, with their numbers in the text. */
const linesOf = (text: string) =>
  text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [{ text: line, number: index + 1 }]));

function read(t: Translate<"events">, field: DraftField, text: string): unknown {
  const problem = jsonProblem(t, text);
  if (problem !== undefined) throw new ApiError(422, problem, { [field]: problem });
  return JSON.parse(text) as unknown;
}

/** @param fields by paths of the API, like `useCases.2` and `schema.properties.a.type` */
function inWords(
  t: Translate<"events">,
  fields: Readonly<Record<string, string>>,
  draft: Draft,
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [path, message] of Object.entries(fields)) {
    const field = FIELDS.find((name) => /^[.[]|^$/.test(path.slice(name.length)) && path.startsWith(name));
    if (field) words[field] ??= placed(t, field, path.slice(field.length).replace(/^\./, ""), { draft, message });
  }
  return words;
}

interface Refused {
  draft: Draft;
  message: string;
}

/** The server's message, with the place within the field that it is about. */
function placed(
  t: Translate<"events">,
  field: DraftField,
  place: string,
  { draft, message: problem }: Refused,
): string {
  if (place === "") return problem;
  if (field === "sample") return t("form.inSample", { place, problem });
  if (field !== "useCases") return t("form.inSchema", { place, problem });
  const line = linesOf(draft.useCases)[Number(place)];
  return line ? t("form.inLine", { line: String(line.number), problem }) : problem;
}
