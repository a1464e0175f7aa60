/** Which errors an operation has: those it names, and those that follow from what it takes. */
import type { ErrorCode, FieldErrors } from "../core/errors";
import type { Operation } from "./operation";

const ALWAYS: Partial<Record<ErrorCode, string>> = {
  invalid_request: "The request can't be read, like a path with a malformed percent escape.",
  internal: "Something broke on our side. The request's id finds it in the log.",
  unavailable: "The database is busy or restarting: try again after `Retry-After`.",
};
const WITH_KEY: Partial<Record<ErrorCode, string>> = {
  unauthorized: "The API key is missing, unknown, expired or revoked.",
  forbidden: "The API key lacks the scope that this needs.",
  rate_limited: "This key has used up its requests for now: try again after `Retry-After`.",
};
const WITH_PARAMS: Partial<Record<ErrorCode, string>> = {
  not_found: "There is nothing under this id, or it belongs to somebody else.",
};
const WITH_FIELDS: Partial<Record<ErrorCode, string>> = {
  validation_failed: "A field or parameter is missing, unknown or wrong; `fields` says which and why.",
};
const WITH_BODY: Partial<Record<ErrorCode, string>> = {
  ...WITH_FIELDS,
  invalid_request: "The body is no JSON, or has characters that receivers would not get unchanged.",
  payload_too_large: "The body is too long.",
  unsupported_media_type: "The body is not plain `application/json`.",
};

/** Of one that only reads, every parameter that it doesn't know is refused. */
export function errorsOf({ scope, method, params, query, headers, body, errors }: Operation): [ErrorCode, string][] {
  const all = {
    ...ALWAYS,
    ...(scope && WITH_KEY),
    ...(params && WITH_PARAMS),
    ...((query || headers || (method === "get" && scope)) && WITH_FIELDS),
    ...(body && WITH_BODY),
    ...errors,
  };
  return Object.entries(all) as [ErrorCode, string][];
}

const MESSAGES: Partial<Record<ErrorCode, [message: string, fields?: FieldErrors]>> = {
  invalid_request: ["The body is not valid JSON."],
  unauthorized: ["This API key is unknown, expired or revoked."],
  forbidden: ["This needs the permission webhooks:write."],
  not_found: ["There is nothing here under this id."],
  payload_too_large: ["The body may have at most 256 KiB."],
  unsupported_media_type: ["Send the body as Content-Type: application/json."],
  validation_failed: [
    'type: There is no event type "contact.made".',
    { type: 'There is no event type "contact.made".' },
  ],
  rate_limited: ["This API key has used up its requests. Try again in 3 s."],
  internal: ["Something broke on our side. It is logged as req_01kmhahtxm0008000000000006."],
  unavailable: ["The database is busy or restarting. Try again."],
};

/** An answer of this kind; what only the operation knows is said in its words. */
export function errorExample(code: ErrorCode, when: string) {
  const [message, fields] = MESSAGES[code] ?? [when];
  return { error: { code, message, ...(fields ? { fields } : {}) } };
}
