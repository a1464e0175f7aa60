/** Headers as people paste them: lines of a log, an object, arguments of curl, or CGI's environment. */
import type { HeaderPairs } from "./attempt";

export function readPastedHeaders(text: string): HeaderPairs {
  return fromObject(text) ?? text.split(/\r?\n/).flatMap(fromLine);
}

function fromObject(text: string): HeaderPairs | undefined {
  if (!text.trim().startsWith("{")) return undefined;
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return Object.entries(value).map(([name, its]) => [name, String(Array.isArray(its) ? its[0] : its)]);
  } catch {
    return undefined;
  }
}

function fromLine(line: string): HeaderPairs {
  const bare = line
    .trim()
    .replace(/^(-H|--header)\s+/, "")
    .replace(/\\$/, "")
    .replace(/^(['"])((?:(?!\1).)*)\1[,\s]*$/, "$2");
  const [, name, value] = /^["']?([A-Za-z0-9_-]+)["']?\s*(?::|=>|=)\s*(.*)$/.exec(bare) ?? [];
  if (name === undefined || value === undefined) return [];
  return [
    [
      name,
      value
        .replace(/,$/, "")
        .replace(/^(['"])(.*)\1$/, "$2")
        .trim(),
    ],
  ];
}

/** A name without what frameworks change about it: `HTTP_X_SYDX_SIGNATURE` is `xsydxsignature`. */
export const looseName = (name: string) =>
  name
    .toLowerCase()
    .replace(/^http[_-]/, "")
    .replaceAll(/[^a-z0-9]/g, "");
