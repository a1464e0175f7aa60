/** A whole request: the format's body and headers, in migration mode another format's beside them, then the extra ones. */
import { FORMATS, type FormatName } from ".";
import type { HeaderPairs } from "../attempt";
import type { Hmac, OutgoingBody, OutgoingEvent, SigningKeys } from "./format";

export interface RequestInput {
  format: FormatName;
  /** Migration mode: this format's headers, over the body of `format`. */
  alsoSign?: FormatName | undefined;
  extraHeaders: Readonly<HeaderPairs>;
  event: OutgoingEvent;
  keys: SigningKeys;
}

export interface OutgoingRequest extends OutgoingBody {
  headers: HeaderPairs;
}

export function buildRequest(
  { format, alsoSign, extraHeaders, event, keys }: RequestInput,
  hmac: Hmac,
): OutgoingRequest {
  const outgoing = FORMATS[format].bodyOf(event, (text) => hmac(text, { text: keys.secret }, "hex"));
  const headers = FORMATS[format].headersOf(event, outgoing.body, keys, hmac);
  if (alsoSign) addMissing(headers, FORMATS[alsoSign].headersOf(event, outgoing.body, keys, hmac));
  if (extraHeaders.length > 0) addMissing(headers, extraHeaders);
  return { ...outgoing, headers };
}

/**
 * The bytes of an earlier attempt once more, without its secret.
 * @param bodySignature as it was recorded then; without it a signature inside the body is left empty
 */
export function bodyAgain(format: FormatName, event: OutgoingEvent, bodySignature: string | null): string {
  return FORMATS[format].bodyOf(event, () => bodySignature ?? "").body;
}

/** What stands there already stays. */
function addMissing(headers: HeaderPairs, more: Readonly<HeaderPairs>): void {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  headers.push(...more.filter(([name]) => !names.has(name.toLowerCase())));
}
