/** The browser's way to /api/v1 and sign-in: the only `fetch`. */
import type { FieldErrors } from "../core/errors";
import { problemWords } from "../problem-words";
import { ApiError } from "./api-error";

interface Call {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The answer's shape is the schema that the server answers by: the contract test holds it to that. */
export async function call<Answer>(path: string, init: Call = {}): Promise<Answer> {
  const response = await reach(path, init);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function reach(path: string, { method = "GET", body, query = {}, headers, signal }: Call): Promise<Response> {
  const response = await fetchOrExplain(`${path}${searchOf(query)}`, {
    method,
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

export function searchOf(query: Record<string, string | number | undefined>): string {
  const parameters = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]]));
  return parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : "";
}

export async function fetchOrExplain(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, (await problemWords())("The server can't be reached. Check your connection."));
  }
}

export async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const say = await problemWords();
  if (!isRefusal(body)) return new ApiError(response.status, say(`The server answered ${response.status}.`));
  const { message, fields = {} } = body.error;
  const said = Object.entries(fields).map(([field, problem]) => [field, say(problem)]);
  return new ApiError(response.status, say(message), Object.fromEntries(said));
}

interface Refusal {
  error: { message: string; fields?: FieldErrors };
}

/** What stands between us and the server refuses in words of its own. */
function isRefusal(body: unknown): body is Refusal {
  if (!isObject(body) || !isObject(body["error"])) return false;
  const { message, fields = {} } = body["error"];
  return (
    typeof message === "string" &&
    isObject(fields) &&
    Object.values(fields).every((problem) => typeof problem === "string")
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
