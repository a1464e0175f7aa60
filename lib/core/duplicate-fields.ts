/** A field that stands in an object twice: parsers differ in which one they take, so neither is taken. */
const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const SPACES = new Set([32, 9, 10, 13]);

/**
 * @param text valid JSON
 * @param value what it parses to
 * @returns the name of a field that stands twice; undefined where there is none
 */
export function duplicateField(text: string, value: unknown): string | undefined {
  // Counting is cheap, and nearly always all there is to do.
  const left = fieldsIn(value, fieldsWritten(text), 0);
  return left > 0 ? findDuplicate(text) : undefined;
}

/** Beyond this depth everything is refused anyway. */
const DEPTH_MAX = 64;

/** @returns what is left of a count after the fields of a value are taken off; 0 where it is too deep to say */
function fieldsIn(value: unknown, count: number, depth: number): number {
  if (value === null || typeof value !== "object") return count;
  if (depth > DEPTH_MAX) return Number.NEGATIVE_INFINITY;
  let left = count;
  if (Array.isArray(value)) for (const item of value) left = fieldsIn(item, left, depth + 1);
  else for (const key in value) left = fieldsIn((value as Record<string, unknown>)[key], left - 1, depth + 1);
  return left;
}

function fieldsWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (text.charCodeAt(afterSpaces(text, end)) === COLON) count++;
    start = text.indexOf('"', end);
  }
  return count;
}

/** @returns the position after the closing quote */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function afterSpaces(text: string, position: number): number {
  let at = position;
  while (SPACES.has(text.charCodeAt(at))) at++;
  return at;
}

function findDuplicate(text: string): string | undefined {
  const objects: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "{" || character === "[") objects.push(new Set());
    else if (character === "}" || character === "]") objects.pop();
    else if (text.charCodeAt(at) === QUOTE) {
      const end = endOfString(text, at);
      if (text.charCodeAt(afterSpaces(text, end)) === COLON) {
        const name = JSON.parse(text.slice(at, end)) as string;
        const names = objects.at(-1);
        if (names?.has(name)) return name;
        names?.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}
