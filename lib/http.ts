/** The edge of the API: who asks, what they sent, and every outcome as a status. Routes stay parse → call → answer. */
import type { NextRequest } from "next/server";
import { ZodError } from "zod";
import type { Actor } from "./accounts/actor";
import { actorOfKey } from "./accounts/api-keys";
import { viewerFromCookies } from "./auth";
import { clientAddress } from "./client-address";
import { AppError, invalid, notFound, type FieldErrors } from "./core/errors";
import { MAX_EVENT_BYTES } from "./core/event";
import { parseJson, type Json } from "./core/json";
import { isGone, isUnavailable } from "./db-errors";
import { log } from "./log";
import { newId } from "./new-id";

const DISCARDED_MAX_BYTES = 8 * 1024 * 1024;
const SAFE_METHODS = new Set(["GET", "HEAD"]);

interface Context<P> {
  params: Promise<P>;
}

export interface ApiCall<P> {
  actor: Actor;
  params: P;
  request: NextRequest;
  /** The parsed JSON body, of at most 256 KiB unless said otherwise. @throws AppError 400, 413 or 415 */
  body: (maxBytes?: number) => Promise<Json>;
  /** The parsed JSON body, or this where the request has none. */
  bodyOr: (absent: Json) => Promise<Json>;
  /** Query parameters; one that stands twice is refused. */
  query: () => Record<string, string>;
}

/** Wraps a handler of /api/v1: an API key or a session, and one shape for every error. */
export function api<P = Record<string, never>>(handler: (call: ApiCall<P>) => Promise<Response>) {
  return (request: NextRequest, { params }: Context<P>) =>
    answering(request, async () => {
      const actor = await authenticate(request);
      return handler({
        actor,
        params: await params,
        request,
        body: (maxBytes) => readJson(request, maxBytes),
        bodyOr: async (absent) => (isEmpty(request) ? absent : readJson(request)),
        query: () => readQuery(request),
      });
    });
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** Every method of a path: the handlers given, and for the others 405 in the shape of every error. */
export function methods<H extends (request: NextRequest, context: never) => Promise<Response>>(
  handlers: Partial<Record<Method, H>>,
): Record<Method, H | ((request: NextRequest) => Promise<Response>)> {
  const allowed = METHODS.filter((method) => handlers[method]);
  const refuse = () => {
    const list = allowed.join(", ");
    const answer = errorAnswer(new AppError("method_not_allowed", `This path takes ${list}.`));
    answer.headers.set("Allow", list);
    return Promise.resolve(answer);
  };
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  return { GET, POST, PUT, PATCH, DELETE };
}

/** Runs a handler; whatever it throws becomes an answer, and only the unexpected is logged. */
export async function answering(request: NextRequest, handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    const known = toAppError(error);
    if (known) return errorAnswer(known);
    const incident = newId();
    log.error({ err: error, incident, method: request.method, path: request.nextUrl.pathname }, "a request failed");
    return errorAnswer(new AppError("internal", `Something broke on our side. It is logged as ${incident}.`));
  }
}

export function json(data: unknown, status = 200): Response {
  return Response.json(data, { status, headers: { "Cache-Control": "no-store" } });
}

export const noContent = () => new Response(null, { status: 204 });

function errorAnswer({ code, message, fields, status }: AppError): Response {
  const answer = json({ error: { code, message, ...(fields ? { fields } : {}) } }, status);
  if (code === "unavailable") answer.headers.set("Retry-After", "1");
  return answer;
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

function isEmpty(request: NextRequest): boolean {
  const { headers } = request;
  return !headers.has("transfer-encoding") && Number(headers.get("content-length") ?? 0) === 0;
}

async function authenticate(request: NextRequest): Promise<Actor> {
  const address = clientAddress(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const actor = key ? await actorOfKey(key, address) : undefined;
    if (!actor) throw new AppError("unauthorized", "This API key is unknown, expired or revoked.");
    return actor;
  }
  const viewer = await viewerFromCookies((name) => request.cookies.get(name)?.value, address);
  if (!viewer) throw new AppError("unauthorized", "Sign in, or send an API key: Authorization: Bearer <key>.");
  if (!SAFE_METHODS.has(request.method)) refuseForeignOrigin(request);
  return viewer;
}

/** A browser sends the cookie whoever made the page; only our own pages may act with it. */
export function refuseForeignOrigin(request: NextRequest): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const sameSite = site === "same-origin";
  const sameOrigin = origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  if (sameSite || (site === null && sameOrigin)) return;
  throw new AppError("forbidden", "This request did not come from this site.");
}

/** @throws AppError 415 for anything but plain JSON, 413 where it is longer, 400 where it isn't JSON */
export async function readJson(request: NextRequest, maxBytes = MAX_EVENT_BYTES): Promise<Json> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*(charset="?utf-8"?)?\s*)*$/i.test(type)) {
    throw new AppError("unsupported_media_type", "Send the body as Content-Type: application/json.");
  }
  if (request.headers.has("content-encoding")) {
    throw new AppError("unsupported_media_type", "Send the body uncompressed, without Content-Encoding.");
  }
  return parseJson(await readText(request, maxBytes));
}

async function readText(request: NextRequest, maxBytes: number): Promise<string> {
  const tooLarge = () => new AppError("payload_too_large", `The body may have at most ${maxBytes / 1024} KiB.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    // Read on for a while, so that the connection can carry another request.
    else if (bytes > DISCARDED_MAX_BYTES) break;
  }
  if (bytes > maxBytes) throw tooLarge();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("invalid_request", "The body is not valid UTF-8.");
  }
}

function readQuery(request: NextRequest): Record<string, string> {
  const fields: FieldErrors = {};
  const query = Object.create(null) as Record<string, string>;
  for (const [name, value] of request.nextUrl.searchParams) {
    if (name in query) fields[name] = "Give this parameter once; several values go with commas.";
    query[name] = value;
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
  return query;
}
