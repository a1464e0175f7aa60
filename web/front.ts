/**
 * The door of the web process: publishing is answered before Next.js, and so is what Next.js would answer with a page, or
 * Node with no words at all. Whoever calls the API gets its error object, whatever is wrong with the request.
 */
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { errorAnswer, refusal, type Answer } from "../lib/answer";
import { AppError, notFound } from "../lib/core/errors";
import { newRequestId, requestIdFrom, withRequestId } from "../lib/request-id";
import { answersInspected } from "./inspecting";
import { answersPublish } from "./publishing";
import { send, wasGivenUp } from "./send";

const PAGE_METHODS = ["GET", "HEAD", "OPTIONS"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** @param answerByNext answers everything else */
export function createFront(answerByNext: Handler): http.Server {
  // Node would refuse a request without a Host by itself, in no words.
  const server = http.createServer({ requireHostHeader: false }, (request, response) => {
    const requestId = requestIdFrom(request.headers["x-request-id"]);
    if (answersPublish(request, response, requestId) || answersInspected(request, response, requestId)) return;
    const refused = refusalOf(request);
    if (refused) return send(response, refused, requestId);
    const { method = "", url = "" } = request;
    response.setHeader("X-Request-Id", requestId);
    // Likewise, where Next.js has answered without reading everything.
    response.on("finish", () => {
      if (wasGivenUp(request) && request.destroyed) request.socket.destroySoon();
      else request.resume();
    });
    withRequestId(requestId, () => answerByNext(request, response)).catch((error: unknown) => {
      const answer = errorAnswer(error, { method, path: url, requestId });
      if (response.headersSent) response.destroy();
      else send(response, answer, requestId);
    });
  });
  server.on("checkExpectation", ({ headers }: IncomingMessage, response: ServerResponse) =>
    send(response, broken(417, "Send no Expect header but 100-continue."), requestIdFrom(headers["x-request-id"])),
  );
  server.on("clientError", answerBroken);
  return server;
}

function refusalOf({ method = "", url = "", headers, httpVersion }: IncomingMessage): Answer | undefined {
  if (httpVersion === "1.1" && headers.host === undefined) return broken(400, "Send a Host header.");
  const [path = ""] = url.split("?", 1);
  const decoded = decode(path);
  if (decoded === undefined) return broken(400, "The path has a percent escape that is malformed.");
  // Next.js would take the rest for server actions, which this product has none of, and log what it makes of them.
  if (!/^\/*api(\/|$)/i.test(decoded)) return refusalOfMethod("A page", PAGE_METHODS, method);
  if (!/^\/api\//.test(path) || path.endsWith("/") || path.includes("//")) return refusal(notFound());
  return refusalOfMethod("The API", METHODS, method);
}

function refusalOfMethod(what: string, allowed: readonly string[], method: string): Answer | undefined {
  if (allowed.includes(method)) return undefined;
  const list = allowed.join(", ");
  return refusal(new AppError("method_not_allowed", `${what} takes ${list}.`), { Allow: list });
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** By the code of Node's error. */
const BROKEN: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, "The path and headers have more than 16 KiB."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request took too long to arrive."],
};

/** Of what is no HTTP request, or too much of one, there is nothing that could be answered but the connection. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, message] = BROKEN[error.code ?? ""] ?? [400, "This is not an HTTP request that can be read."];
  const { headers, body } = broken(status, message);
  const told = { "X-Request-Id": newRequestId(), Connection: "close", "Content-Length": Buffer.byteLength(body) };
  const all = { ...headers, ...told };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}

const broken = (status: number, message: string): Answer => ({
  ...refusal(new AppError("invalid_request", message)),
  status,
});
