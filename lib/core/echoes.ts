/** What a receiver says back of an Authorization value is not kept, however readably it says it. */
import type { AttemptResponse, AttemptResult, HeaderPairs } from "./attempt";
import { isAuthorization, MASK } from "./authorization";

/** Fewer characters of a value than these, cut off at an answer's end or following its scheme, stay. */
const TELLING_LENGTH = 8;
const MAX_BODY_BYTES = 16 * 1024;
const MASK_BYTES = Buffer.from(MASK).toString("latin1");

/**
 * The result of a request, fit to be recorded. Masked are the value and its credentials alone (without `Bearer`), as they
 * are or as JSON, URLs and HTML spell them; what is compressed or encoded otherwise is not recognised.
 * @param requestHeaders as they were sent; without an Authorization among them, the very same result is given back
 */
export function maskEchoes(result: AttemptResult, requestHeaders: HeaderPairs): AttemptResult {
  const value = requestHeaders.find(([name]) => isAuthorization(name))?.[1];
  if (value === undefined || !result.response) return result;
  const spellings = spellingsOf(value);
  const { code, headers, body, bytes } = result.response;
  const kept = maskBody(body, spellings);
  const response: AttemptResponse = {
    code,
    headers: headers.map(([name, text]) => [maskIn(name, spellings, MASK), maskIn(text, spellings, MASK)]),
    body: kept,
    // Else a whole answer would look like the beginning of a longer one.
    bytes: bytes + kept.length - body.length,
  };
  return { ...result, response };
}

/** Bytes that are no text stay as they are. */
function maskBody(body: Uint8Array, spellings: string[]): Uint8Array {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  const masked = maskIn(text, spellings, MASK_BYTES);
  return masked === text ? body : Buffer.from(masked, "latin1").subarray(0, MAX_BODY_BYTES);
}

function maskIn(text: string, spellings: string[], mask: string): string {
  let masked = text;
  for (const spelling of spellings) if (masked.includes(spelling)) masked = masked.replaceAll(spelling, mask);
  for (const spelling of spellings) masked = maskBeginning(masked, spelling, mask);
  return masked;
}

/** An answer is kept up to a length, which may be in the middle of the value. */
function maskBeginning(text: string, spelling: string, mask: string): string {
  for (let length = Math.min(spelling.length - 1, text.length); length >= TELLING_LENGTH; length--) {
    if (text.endsWith(spelling.slice(0, length))) return text.slice(0, -length) + mask;
  }
  return text;
}

/** The longest first, so that none is masked within another. */
function spellingsOf(value: string): string[] {
  const credentials = value.slice(value.indexOf(" ") + 1);
  const secrets = credentials.length < TELLING_LENGTH ? [value] : [value, credentials];
  const spelled = secrets.flatMap((secret) => [
    secret,
    inJson(secret),
    inPhpJson(secret),
    inUrl(secret),
    inHtml(secret),
  ]);
  return [...new Set(spelled)].toSorted((one, other) => other.length - one.length);
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inPhpJson = (text: string) => inJson(text).replaceAll("/", "\\/");
const inUrl = (text: string) => encodeURIComponent(text);
const inHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
