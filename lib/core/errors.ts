/** What went wrong, as the API names it. Each code has one HTTP status. */
const STATUS_OF = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  rate_limited: 429,
  internal: 500,
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

/** @param fields field name → what is wrong with it */
export function invalid(fields: FieldErrors): AppError {
  const names = Object.keys(fields);
  const [first] = names;
  const message =
    names.length === 1 && first ? `${first}: ${fields[first]}` : `Check these fields: ${names.join(", ")}.`;
  return new AppError("validation_failed", message, fields);
}
