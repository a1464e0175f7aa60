/**
 * The address of an inspector: whatever is sent there is kept and answered as its account has programmed. Nothing of it
 * is trusted: it is read up to a limit, and never rendered here.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { errorAnswer, refusal, type Answer } from "../lib/answer";
import { clientAddress } from "../lib/client-address";
import { withoutRedirect } from "../lib/core/answer-headers";
import type { HeaderPairs } from "../lib/core/attempt";
import { AppError, notFound } from "../lib/core/errors";
import { INSPECTED_BODY_MAX_BYTES } from "../lib/core/inspector-limits";
import { capture } from "../lib/inspectors/capture";
import { inspectorAt } from "../lib/inspectors/inspectors";
import { viewerFromCookies } from "../lib/session-cookie";
import { send } from "./send";

const ADDRESS = /^\/inspect\/([A-Za-z0-9_-]{32})(\/[^?]*)?(\?.*)?$/;
/** Beyond, a sender is not worth listening to: it gets no answer. */
const READ_MAX_BYTES = 16 * 1024 * 1024;
const MAX_DELAYED = 500;
/** Statuses that carry no body. */
const BODILESS = new Set([204, 205, 304]);

let delayed = 0;

/** @returns whether the request is answered here; never fails */
export function answersInspected(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
  const [, token, path = "", query = ""] = ADDRESS.exec(request.url ?? "") ?? [];
  if (token === undefined) return false;
  const { method = "", url = "" } = request;
  void answerTo(request, token, path + query)
    .catch((error: unknown) => errorAnswer(error, { method, path: url, requestId }))
    .then((answer) => send(response, answer, requestId));
  return true;
}

/** Whoever owns the inspector and opens its address in a browser wants to see what came, and is nobody's webhook. */
async function answerTo(request: IncomingMessage, token: string, path: string): Promise<Answer> {
  const screen = isPageView(request) ? await screenFor(request, token) : undefined;
  if (!screen) return inspect(request, token, path);
  return { status: 303, headers: { Location: screen, "Cache-Control": "no-store" }, body: "" };
}

/** Browsers name the mode only to addresses they trust: to plain http elsewhere than this machine they don't. */
function isPageView({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET" || !headers.accept?.includes("text/html")) return false;
  return ["navigate", undefined].includes(headers["sec-fetch-mode"]?.toString());
}

/** @returns the screen's path for who is signed in to the inspector's account */
async function screenFor(request: IncomingMessage, token: string): Promise<string | undefined> {
  const cookies = cookiesOf(request.headers.cookie ?? "");
  const viewer = await viewerFromCookies((name) => cookies.get(name), addressOf(request));
  const id = viewer && (await inspectorAt(viewer, token));
  return id && `/settings/inspectors/${id}`;
}

function cookiesOf(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair) => pair.split("="));
  return new Map(pairs.map(([name = "", ...value]) => [name.trim(), value.join("=").trim()]));
}

const addressOf = ({ headers }: IncomingMessage) => clientAddress({ get: (name) => headers[name]?.toString() ?? null });

async function inspect(request: IncomingMessage, token: string, path: string): Promise<Answer> {
  const { body, bytes } = await readBody(request);
  const isTruncated = bytes > INSPECTED_BODY_MAX_BYTES;
  const remoteAddress = addressOf(request);
  const { method = "" } = request;
  const headers = pairsOf(request.rawHeaders);
  const answer = await capture({ token, method, path, headers, body, bytes, isTruncated, remoteAddress });
  if (!answer) return refusal(notFound());
  if (isTruncated) return refusal(new AppError("payload_too_large", TOO_LARGE));
  await wait(answer.delayMs);
  const text = BODILESS.has(answer.status) ? "" : answer.body;
  // Whatever the body says, no browser is to take it for a page of this site.
  const sandbox = { "Content-Security-Policy": "sandbox; default-src 'none'" };
  const isBrowsing = request.headers["sec-fetch-mode"] === "navigate" || isPageView(request);
  const own = isBrowsing ? withoutRedirect(answer.headers) : answer.headers;
  const told = { ...own, "Content-Type": answer.contentType, ...sandbox };
  return { status: answer.status, headers: told, body: text };
}

const TOO_LARGE = `An inspector takes bodies of at most ${INSPECTED_BODY_MAX_BYTES / 1024} KiB.`;

async function readBody(request: IncomingMessage): Promise<{ body: Buffer; bytes: number }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    const room = INSPECTED_BODY_MAX_BYTES - bytes;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    bytes += chunk.length;
    if (bytes > READ_MAX_BYTES) break;
  }
  return { body: Buffer.concat(chunks), bytes };
}

function pairsOf(raw: readonly string[]): HeaderPairs {
  const pairs: HeaderPairs = [];
  for (let index = 0; index + 1 < raw.length; index += 2) pairs.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return pairs;
}

/** With very many waiting, the next are answered at once: an inspector must not fill this process. */
async function wait(ms: number): Promise<void> {
  if (ms === 0 || delayed >= MAX_DELAYED) return;
  delayed++;
  await new Promise((resolve) => setTimeout(resolve, ms));
  delayed--;
}
