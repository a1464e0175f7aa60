import type { Translate } from "@/lib/core/messages/translate";

/**
 * What keeps a text from being JSON, and where as far as the browser tells: each has words of its own for it.
 * @returns undefined where it is JSON
 */
export function jsonProblem(t: Translate<"events">, text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    const end = placeAt(text.trimEnd(), text.trimEnd().length);
    const at = placeIn(text, message) ?? (/end of|EOF/i.test(message) ? end : undefined);
    if (!at) return t("json.invalid");
    const isAtEnd = at.line > end.line || (at.line === end.line && at.column >= end.column);
    if (isAtEnd) return t("json.tooEarly");
    return t("json.at", { line: String(at.line), column: String(at.column) });
  }
}

interface Place {
  line: number;
  column: number;
}

function placeIn(text: string, message: string): Place | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return position === undefined ? undefined : placeAt(text, Number(position));
}

function placeAt(text: string, position: number): Place {
  const before = text.slice(0, position).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
