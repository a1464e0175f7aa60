/** What receivers do to a body, a secret or a signature by mistake: each a candidate for why two signatures differ. */

/** How a candidate differs from what is right; the words are the screen's. */
export interface Variant<Kind extends string, Value> {
  kind: Kind;
  value: Value;
}

const text = new TextEncoder();
export const bytesOf = (value: string): Uint8Array => text.encode(value);

export const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** @returns undefined where this is no base64; url-safe or unpadded is some */
export function fromBase64(encoded: string): Uint8Array | undefined {
  const plain = encoded.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

export const PREFIX = "whsec_";

export type KeyKind =
  "right" | "whitespace" | "quoted" | "prefix_missing" | "prefix_removed" | "decoded" | "not_decoded" | "newline";

/** Keys that may have been used in place of `secret`. @param decodes whether the format wants it decoded */
export function keyVariants(secret: string, decodes: boolean): Variant<KeyKind, Uint8Array>[] {
  const bare = unquoted(secret.trim());
  const part = bare.startsWith(PREFIX) ? bare.slice(PREFIX.length) : bare;
  const decoded = fromBase64(part);
  const right = (one: string) => (decodes ? fromBase64(one.replace(PREFIX, "")) : bytesOf(one));
  return kept([
    ["right", right(secret)],
    ["whitespace", right(secret.trim())],
    ["quoted", right(bare)],
    ["prefix_missing", decodes ? undefined : bytesOf(PREFIX + part)],
    ["prefix_removed", bytesOf(part)],
    ["decoded", decodes ? undefined : decoded],
    ["not_decoded", decodes ? bytesOf(bare) : undefined],
    ["newline", bytesOf(`${bare}\n`)],
  ]);
}

const kept = <Kind extends string, Value>(pairs: [kind: Kind, value: Value | undefined][]): Variant<Kind, Value>[] =>
  pairs.flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]));

export const unquoted = (value: string) => value.replace(/^(["'`])(.*)\1$/s, "$2");

export type BodyKind =
  | "right"
  | "newline"
  | "trimmed"
  | "crlf"
  | "compact"
  | "indented"
  | "spaced"
  | "sorted"
  | "escaped"
  | "php"
  | "envelope_order"
  | "data_only"
  | "quoted"
  | "empty";

/** Bodies that may have been signed in place of `body`. @param envelope the format's top-level keys, in their order */
export function bodyVariants(body: string, envelope: readonly string[]): Variant<BodyKind, string>[] {
  const value = parsed(body);
  const always: [BodyKind, string | undefined][] = [
    ["right", body],
    ["trimmed", body.trim()],
    ["newline", `${body}\n`],
    ["crlf", body.includes("\r\n") ? body.replaceAll("\r\n", "\n") : undefined],
  ];
  const last: [BodyKind, string | undefined][] = [
    ["quoted", JSON.stringify(body)],
    ["empty", ""],
  ];
  if (value === undefined) return kept([...always, ...last]);
  const compact = JSON.stringify(value);
  const sorted = sortedKeys(value);
  return kept([
    ...always,
    ["compact", compact],
    ["envelope_order", inOrder(value, envelope)],
    ["indented", JSON.stringify(value, null, 2)],
    ["indented", JSON.stringify(value, null, 4)],
    ["spaced", spaced(value)],
    ["spaced", asciiOnly(spaced(value))],
    ["sorted", JSON.stringify(sorted)],
    ["sorted", spaced(sorted)],
    ["escaped", asciiOnly(compact)],
    ["php", asciiOnly(compact).replaceAll("/", "\\/")],
    ["php", compact.replaceAll("/", "\\/")],
    ["data_only", dataOf(value)],
    ...last,
  ]);
}

/** @returns undefined where it isn't JSON */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function dataOf(value: unknown): string | undefined {
  return isObject(value) && "data" in value ? JSON.stringify(value["data"]) : undefined;
}

function inOrder(value: unknown, keys: readonly string[]): string | undefined {
  if (!isObject(value)) return undefined;
  const order = [...keys.filter((key) => key in value), ...Object.keys(value).filter((key) => !keys.includes(key))];
  return JSON.stringify(Object.fromEntries(order.map((key) => [key, value[key]])));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sortedKeys(value[key])]),
  );
}

/** As Python's json.dumps writes it. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, its]) => `${JSON.stringify(key)}: ${spaced(its)}`)
    .join(", ")}}`;
}

const asciiOnly = (json: string) =>
  // By UTF-16 unit: halves of surrogate pairs are escaped each for itself.
  json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

export type EncodingKind = "right" | "upper_case" | "base64" | "base64url" | "hex" | "hex_in_base64" | "prefixed";

/** A signature as it may have been written. @param right how the format writes it */
export function encodingVariants(digest: Uint8Array, right: "hex" | "base64"): Variant<EncodingKind, string>[] {
  const [hex, base64] = [hexOf(digest), base64Of(digest)];
  return [
    { kind: "right", value: right === "hex" ? hex : base64 },
    right === "hex" ? { kind: "base64", value: base64 } : { kind: "hex", value: hex },
    { kind: "upper_case", value: hex.toUpperCase() },
    { kind: "base64url", value: base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") },
    { kind: "hex_in_base64", value: btoa(hex) },
  ];
}
