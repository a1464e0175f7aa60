/** The edge of the API: who asks, what they sent, and every outcome as a status. Routes stay parse → call → answer. */
import type { NextRequest } from "next/server";
import type { Actor } from "./accounts/actor";
import { actorOfBearer } from "./accounts/api-keys";
import { errorAnswer, jsonAnswer, refusal, type Answer } from "./answer";
import { clientAddress } from "./client-address";
import { AppError, invalid, type FieldErrors } from "./core/errors";
import { MAX_EVENT_BYTES } from "./core/event";
import type { Json } from "./core/json";
import { parseUrl } from "./core/parse-url";
import { readJsonBody } from "./json-body";
import { admit } from "./rate-limits";
import { viewerFromCookies } from "./session-cookie";

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
  /** Who asks, as things are now. @throws AppError unauthorized where their session has ended or their key was revoked */
  again: () => Promise<Actor>;
  /** Query parameters; one that stands twice is refused. */
  query: () => Record<string, string>;
}

/** Wraps a handler of /api/v1: an API key or a session, and one shape for every error. */
export function api<P = Record<string, never>>(handler: (call: ApiCall<P>) => Promise<Response>) {
  return async (request: NextRequest, { params }: Context<P>) => {
    const headers: Record<string, string> = {};
    const response = await answering(request, async () => {
      const actor = await authenticate(request, headers);
      let isQueryRead = false;
      const response = await handler({
        actor,
        params: await params,
        request,
        again: () => whoAsks(request),
        body: (maxBytes) => readJson(request, maxBytes),
        bodyOr: async (absent) => (isEmpty(request) ? absent : readJson(request)),
        query: () => {
          isQueryRead = true;
          return readQuery(request);
        },
      });
      // Who reads and gets something else than asked for would not notice.
      if (SAFE_METHODS.has(request.method) && !isQueryRead) refuseParameters(request);
      return response;
    });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return request.method === "HEAD" ? withoutBody(response) : response;
  };
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** Every method of a path: the handlers given, and for the others 405 in the shape of every error. */
export function methods<H extends (request: NextRequest, context: never) => Promise<Response>>(
  handlers: Partial<Record<Method, H>>,
): Record<Method, H | ((request: NextRequest) => Promise<Response>)> {
  const allowed = METHODS.filter((method) => handlers[method]).flatMap((method) =>
    method === "GET" ? ["GET", "HEAD"] : [method],
  );
  const refuse = () => {
    const list = allowed.join(", ");
    const error = new AppError("method_not_allowed", `This path takes ${list}.`);
    return Promise.resolve(toResponse(refusal(error, { Allow: list })));
  };
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  return { GET, POST, PUT, PATCH, DELETE };
}

/** Runs a handler; whatever it throws becomes an answer, and only the unexpected is logged. */
export async function answering(request: NextRequest, handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    return toResponse(errorAnswer(error, { method: request.method, path: request.nextUrl.pathname }));
  }
}

/** What nobody will take ends now: a stream would hold its place for ever. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

export const json = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
  toResponse(jsonAnswer(data, status, headers));

export const noContent = () => new Response(null, { status: 204 });

const toResponse = ({ status, headers, body }: Answer) => new Response(body, { status, headers });

function isEmpty(request: NextRequest): boolean {
  const { headers } = request;
  return !headers.has("transfer-encoding") && Number(headers.get("content-length") ?? 0) === 0;
}

/** @param headers what every answer to this request is to tell is put there */
async function authenticate(request: NextRequest, headers: Record<string, string>): Promise<Actor> {
  const actor = await whoAsks(request);
  if (request.headers.has("authorization")) {
    const { headers: told, refused } = admit(actor);
    Object.assign(headers, told);
    if (refused) throw refused;
  } else if (!SAFE_METHODS.has(request.method)) {
    refuseForeignOrigin(request);
  }
  return actor;
}

async function whoAsks(request: NextRequest): Promise<Actor> {
  const address = clientAddress(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return actorOfBearer(authorization, address);
  const viewer = await viewerFromCookies((name) => request.cookies.get(name)?.value, address);
  if (!viewer) throw new AppError("unauthorized", "Sign in, or send an API key: Authorization: Bearer <key>.");
  return viewer;
}

/** A browser sends the cookie whoever made the page; only our own pages may act with it. */
export function refuseForeignOrigin(request: NextRequest): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const sameSite = site === "same-origin";
  const sameOrigin = origin !== null && parseUrl(origin)?.host === request.headers.get("host");
  if (sameSite || (site === null && sameOrigin)) return;
  throw new AppError("forbidden", "This request did not come from this site.");
}

/** @throws AppError 415 for anything but plain JSON, 413 where it is longer, 400 where it isn't JSON */
export function readJson(request: NextRequest, maxBytes = MAX_EVENT_BYTES): Promise<Json> {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  return readJsonBody({ header, chunks: bytesOf(request) }, maxBytes);
}

async function* bytesOf({ body }: NextRequest): AsyncGenerator<Uint8Array> {
  if (body) yield* body;
}

function refuseParameters(request: NextRequest): void {
  const names = [...request.nextUrl.searchParams.keys()];
  if (names.length > 0) throw invalid(Object.fromEntries(names.map((name) => [name, "Unknown parameter."])));
}

function readQuery(request: NextRequest): Record<string, string> {
  const fields: FieldErrors = {};
  const query = Object.create(null) as Record<string, string>;
  for (const [name, value] of request.nextUrl.searchParams) {
    if (name === "__proto__") fields[name] = "Unknown parameter.";
    else if (name in query) fields[name] = "Give this parameter once; several values go with commas.";
    query[name] = value;
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
  return query;
}
