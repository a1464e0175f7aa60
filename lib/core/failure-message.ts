/**
 * What a receiver said when it refused, without what differs from one answer to the next: ids, numbers, times and quoted
 * values. Answers that mean the same have the same message.
 */

const MAX_LENGTH = 120;
/** Where services put their words, the most telling first. */
const FIELDS = [
  "message",
  "error",
  "detail",
  "error_description",
  "errorMessage",
  "title",
  "reason",
  "description",
  "msg",
];
const NESTED = ["errors", "error", "data"];
const MAX_DEPTH = 3;

/** @param body perhaps cut off at its end @returns at most 120 characters; empty where it said nothing */
export function failureMessage(body: string): string {
  const text = wordsOf(body.trim()).replace(STATUS_LINE, "");
  return shorten(PLACEHOLDERS.reduce((rest, [pattern, by]) => rest.replaceAll(pattern, by), text.slice(0, 2_000)));
}

function wordsOf(text: string): string {
  if (/^[[{"]/.test(text)) return fromJson(text) ?? fromCutJson(text) ?? text;
  if (text.startsWith("<")) return fromMarkup(text);
  return text;
}

function fromJson(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return messageIn(value, 0);
}

function messageIn(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return messageIn(value[0], depth + 1);
  const fields = value as Record<string, unknown>;
  for (const name of FIELDS) {
    const field = fields[name];
    if (typeof field === "string" && field.trim()) return field.trim();
  }
  for (const name of NESTED) {
    const found = messageIn(fields[name], depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Only its beginning was kept. */
function fromCutJson(text: string): string | undefined {
  for (const name of FIELDS) {
    const found = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,500})`).exec(text)?.[1];
    if (found) return found.replaceAll(/\\(.)/g, "$1");
  }
  return undefined;
}

function fromMarkup(text: string): string {
  const titled = /<(title|h1|message|faultstring)\b[^>]*>([^<]{1,500})/i.exec(text)?.[2];
  return titled ?? text.replaceAll(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, " ").replaceAll(/<[^>]*>?/g, " ");
}

/** The response code once more, before words. */
const STATUS_LINE = /^\s*(?:HTTP\/\S+\s+)?[1-5]\d\d[\s:-]+(?=\p{L})/u;

/** In this order: what is longer comes before what it contains. */
const PLACEHOLDERS: [pattern: RegExp, by: string][] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, "…"],
  [/[^\s"'<>@]+@[^\s"'<>@]+\.[a-z]{2,}/gi, "…"],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "…"],
  [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?:Z|\s?[+-]\d\d:?\d\d)?/g, "…"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, "…"],
  // Words with digits in them that are too long for words: ids, hashes, tokens.
  [/\b(?=[\w+/=-]*\d)[\w+/=-]{12,}/g, "…"],
  [/\b(?:0x)?(?=[a-f]*\d)[0-9a-f]{8,}\b/gi, "…"],
  [/"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, "“…”"],
  [/\d+(?:[.,:]\d+)*/g, "#"],
];

function shorten(text: string): string {
  const line = [...text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim()];
  return line.length > MAX_LENGTH
    ? `${line
        .slice(0, MAX_LENGTH - 1)
        .join("")
        .trimEnd()}…`
    : line.join("");
}
