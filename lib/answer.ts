/** What the API answers: JSON, and every outcome of a use case as a status. */
import "./choice-words";
import { ZodError } from "zod";
import { AppError, invalid, notFound, type FieldErrors } from "./core/errors";
import { isGone, isUnavailable } from "./db-errors";
import { log } from "./log";
import { currentRequestId } from "./request-id";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** JSON */
  body: string;
}

export function jsonAnswer(data: unknown, status: number, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers },
    body: JSON.stringify(data),
  };
}

/** Whatever was thrown, as an answer; only the unexpected is logged. */
export function errorAnswer(error: unknown, { method, path, requestId = currentRequestId() }: Asked): Answer {
  const known = toAppError(error);
  if (known) return refusal(known);
  log.error({ err: error, requestId, method, path }, "a request failed");
  return refusal(new AppError("internal", `Something broke on our side. It is logged as ${requestId}.`));
}

interface Asked {
  method: string;
  path: string;
  /** Where it isn't the current one. */
  requestId?: string | undefined;
}

export function refusal({ code, message, fields, status }: AppError, headers: Record<string, string> = {}): Answer {
  const error = { code, message, ...(fields ? { fields } : {}) };
  return jsonAnswer({ error }, status, code === "unavailable" ? { "Retry-After": "1", ...headers } : headers);
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (isGone(error)) return notFound();
  if (isUnavailable(error)) return new AppError("unavailable", "The database is busy or restarting. Try again.");
  if (!(error instanceof ZodError)) return undefined;
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys")
      for (const key of issue.keys) fields[[...issue.path, key].join(".")] = "Unknown field.";
    else fields[issue.path.join(".") || "body"] ??= issue.message;
  }
  return invalid(fields);
}
