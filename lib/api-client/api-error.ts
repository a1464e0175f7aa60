/** What the server refused. */
import type { FieldErrors } from "../core/errors";

/** What the server refused, in its words; status 0 where it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: FieldErrors;

  constructor(status: number, message: string, fields: FieldErrors = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.fields = fields;
  }
}
