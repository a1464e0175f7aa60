/**
 * Arrays in Postgres's binary wire format, as parameters of statements over hundreds of rows. Written as text, each value
 * is escaped here and parsed there; that costs more than what the statement does with it.
 */

const MICROSECONDS_PER_MS = 1000;
/** Postgres counts from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;
const HEADER_BYTES = 20;
const FIRST_GUESS_BYTES = 4096;
const NULL_LENGTH = -1;

type ArrayType = { oid: number; width: number } | { oid: number; width: "text" | "bytes" };

/** Object ids of the element types, from pg_type; `width` in bytes where it is fixed. */
const TYPES = {
  boolean: { oid: 16, width: 1 },
  bytea: { oid: 17, width: "bytes" },
  integer: { oid: 23, width: 4 },
  text: { oid: 25, width: "text" },
  json: { oid: 114, width: "text" },
  real: { oid: 700, width: 4 },
  timestamptz: { oid: 1184, width: 8 },
  uuid: { oid: 2950, width: 16 },
} as const satisfies Record<string, ArrayType>;

export type PgType = keyof typeof TYPES;

/** What stands for one element: a timestamp is Unix milliseconds, json is its text, a uuid is written with hyphens. */
export type PgValue = string | number | boolean | Uint8Array | null | undefined;

export type PgColumn<T> = [type: PgType, value: (row: T) => PgValue];

/** Rows as the parameters of `unnest`: an array for each column. */
export function pgColumns<T>(rows: readonly T[], columns: readonly PgColumn<T>[]): Buffer[] {
  return columns.map(([type, value]) => pgArray(type, rows.map(value)));
}

/** @returns a parameter that node-postgres sends as it is; undefined elements become NULL */
export function pgArray(type: PgType, values: readonly PgValue[]): Buffer {
  const { oid, width } = TYPES[type];
  let buffer: Buffer = Buffer.allocUnsafe(
    HEADER_BYTES + (typeof width === "number" ? values.length * (width + 4) : FIRST_GUESS_BYTES),
  );
  buffer.writeInt32BE(values.length > 0 ? 1 : 0, 0);
  buffer.writeInt32BE(values.some((value) => value == null) ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  if (values.length === 0) return buffer.subarray(0, 12);
  buffer.writeInt32BE(values.length, 12);
  // The first subscript.
  buffer.writeInt32BE(1, 16);
  let offset = HEADER_BYTES;
  for (const value of values) {
    const bytes = byteLength(value, width);
    buffer = grown(buffer, offset + 4 + Math.max(bytes, 0), offset);
    buffer.writeInt32BE(bytes, offset);
    offset += 4;
    if (value == null) continue;
    write(type, buffer, value, offset);
    offset += bytes;
  }
  return buffer.subarray(0, offset);
}

function byteLength(value: PgValue, width: ArrayType["width"]): number {
  if (value == null) return NULL_LENGTH;
  if (typeof width === "number") return width;
  return typeof value === "string" ? Buffer.byteLength(value) : (value as Uint8Array).length;
}

function grown(buffer: Buffer, needed: number, used: number): Buffer {
  if (needed <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2));
  buffer.copy(larger, 0, 0, used);
  return larger;
}

function write(type: PgType, buffer: Buffer, value: NonNullable<PgValue>, offset: number): void {
  switch (type) {
    case "boolean":
      return void buffer.writeInt8(value ? 1 : 0, offset);
    case "integer":
      return void buffer.writeInt32BE(value as number, offset);
    case "real":
      return void buffer.writeFloatBE(value as number, offset);
    case "timestamptz":
      return writeMicroseconds(buffer, Math.round(((value as number) - EPOCH_MS) * MICROSECONDS_PER_MS), offset);
    case "uuid":
      return writeUuid(buffer, value as string, offset);
    case "bytea":
      return buffer.set(value as Uint8Array, offset);
    case "text":
    case "json":
      return void buffer.write(value as string, offset);
  }
}

/** 64 bits in two halves: without BigInt, which is slow. */
function writeMicroseconds(buffer: Buffer, microseconds: number, offset: number): void {
  buffer.writeInt32BE(Math.floor(microseconds / 2 ** 32), offset);
  buffer.writeInt32BE(microseconds | 0, offset + 4);
}

function writeUuid(buffer: Buffer, uuid: string, offset: number): void {
  let at = offset;
  let high = -1;
  for (let index = 0; index < uuid.length; index++) {
    const code = uuid.charCodeAt(index);
    if (code === HYPHEN) continue;
    const digit = code <= NINE ? code - ZERO : (code | LOWER_CASE) - LETTER_A + 10;
    if (high < 0) {
      high = digit;
    } else {
      buffer[at++] = (high << 4) | digit;
      high = -1;
    }
  }
  if (at !== offset + 16) throw new TypeError("this is not a uuid");
}

const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;
const LOWER_CASE = 0x20;
