/** An answer as its form has it: text, field by field. */
import type { FieldErrors } from "@/lib/core/errors";
import type { InspectorAnswer } from "@/lib/core/inspector";

export interface AnswerDraft {
  status: string;
  delay: string;
  contentType: string;
  body: string;
  headers: string;
  failNext: string;
  failStatus: string;
}

export const draftOf = (answer: InspectorAnswer): AnswerDraft => ({
  status: String(answer.status),
  delay: String(answer.delayMs),
  contentType: answer.contentType,
  body: answer.body,
  headers: Object.entries(answer.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n"),
  failNext: String(answer.failNext),
  failStatus: String(answer.failStatus),
});

/** What can't be read as a number is NaN, which the server refuses at its field. */
export const answerOf = (draft: AnswerDraft): InspectorAnswer => ({
  status: numberIn(draft.status),
  delayMs: numberIn(draft.delay),
  contentType: draft.contentType,
  body: draft.body,
  headers: headersIn(draft.headers),
  failNext: numberIn(draft.failNext),
  failStatus: numberIn(draft.failStatus),
});

const numberIn = (text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN);

function headersIn(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      return [name.trim(), value.join(":").trim()];
    }),
  );
}

/** Of the server's messages, the one for a field of the answer. */
export const problemOf = (errors: FieldErrors, field: keyof InspectorAnswer) =>
  Object.entries(errors).find(([name]) => name === `answer.${field}` || name.startsWith(`answer.${field}.`))?.[1];
