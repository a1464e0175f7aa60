/** What went wrong, as the API names it. Each code has one HTTP status. */

export const STATUS_OF = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF;
export type FieldErrors = Record<string, string>;

/** An expected refusal: carries what the client is told, nothing else. `lib/http.ts` turns it into an answer. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldErrors | undefined;

  constructor(code: ErrorCode, message: string, fields?: FieldErrors) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}

/** One sentence for what doesn't exist and for what belongs to somebody else: the two can't be told apart. */
export const notFound = () => new AppError("not_found", "There is nothing here under this id.");

const FIELDS_MAX = 20;

/** Of a field that a client has named, in an answer. */
const NAME_MAX = 200;

/** A client's name of a field, as it is named to them. */
export const shortName = (name: string) => (name.length <= NAME_MAX ? name : `${name.slice(0, NAME_MAX)}…`);

/** @param fields field name → what is wrong with it */
export function invalid(fields: FieldErrors): AppError {
  const named = Object.entries(fields)
    .slice(0, FIELDS_MAX)
    .map(([name, problem]) => [shortName(name), problem] as const);
  const [only] = named;
  const message =
    named.length === 1 && only
      ? `${only[0]}: ${only[1]}`
      : `Check these fields: ${named.map(([name]) => name).join(", ")}.`;
  return new AppError("validation_failed", message, Object.fromEntries(named));
}

const QUOTED_MAX = 80;

/** What a client sent, to be named in an error: never the whole of a long one. */
export function quoteShort(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= QUOTED_MAX ? text : `${text.slice(0, QUOTED_MAX)}…`;
}
