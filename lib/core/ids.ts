/** Ids: UUIDv7 (RFC 9562) in the database, prefixed lower-case Crockford base32 outside. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 26;

export const ID_PREFIXES = {
  account: "acc",
  user: "usr",
  webhook: "wh",
  event: "evt",
  delivery: "dlv",
  attempt: "att",
  apiKey: "key",
  redelivery: "rdl",
  inspector: "ins",
  inspectedRequest: "irq",
  request: "req",
  eventSet: "set",
  alertRule: "alr",
  notice: "ntc",
  savedView: "view",
  invite: "inv",
  session: "ses",
  auditEntry: "aud",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/**
 * Makes a UUIDv7.
 * @param nowMs Unix time in milliseconds
 * @param random ten random bytes
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(nowMs / 2 ** 16));
  view.setUint16(4, nowMs % 2 ** 16);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return hyphenated(Buffer.from(bytes.buffer).toString("hex"));
}

/** 32 hex digits as a UUID is written. */
export function hyphenated(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The smallest UUID of an instant: ids made at or after it sort after it. Of one before 1970, the smallest of all. */
export function uuidFloor(at: Date): string {
  const hex = Math.max(at.getTime(), 0).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** When an id was made. */
export const uuidInstant = (uuid: string): Date => new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16));

/** The next one in order. */
export function uuidAfter(uuid: string): string {
  const next = BigInt(`0x${uuid.replaceAll("-", "")}`) + 1n;
  return hyphenated(BigInt.asUintN(128, next).toString(16).padStart(32, "0"));
}

/** `wh` + uuid → `wh_01k9…`. Runs several times a delivery, so it does without BigInt. */
export function encodeId(kind: IdKind, uuid: string): string {
  let text = `${ID_PREFIXES[kind]}_`;
  // 26 digits hold 130 bits: two zeros, then the 128 of the uuid.
  let rest = 0;
  let bits = 2;
  for (let index = 0; index < uuid.length; index++) {
    const code = uuid.charCodeAt(index);
    if (code === HYPHEN) continue;
    rest = (rest << 4) | (code <= NINE ? code - ZERO : code - LETTER_A + 10);
    bits += 4;
    if (bits < 5) continue;
    bits -= 5;
    text += ALPHABET[rest >> bits];
    rest &= (1 << bits) - 1;
  }
  return text;
}

const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;

/** The uuid of an id as the API gives it; undefined where it isn't an id of this kind. */
export function decodeId(kind: IdKind, id: string): string | undefined {
  const prefix = `${ID_PREFIXES[kind]}_`;
  if (!id.startsWith(prefix) || id.length !== prefix.length + LENGTH) return undefined;
  let value = 0n;
  for (const character of id.slice(prefix.length)) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    value = (value << 5n) | BigInt(digit);
  }
  if (value >> 128n !== 0n) return undefined;
  const hex = value.toString(16).padStart(32, "0");
  return hyphenated(hex);
}
