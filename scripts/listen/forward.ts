/** Hands a delivery to a local server, byte for byte, waiting for as long as nobody listens there. */
import http from "node:http";
import https from "node:https";
import { isAuthorization, MASK } from "../../lib/core/authorization";
import type { SignedRequest } from "../../lib/core/signed-request";
import { reasonOf } from "./feed";

interface Forward {
  to: URL;
  /** Stands in for the value that the API doesn't tell. */
  authorization: string | undefined;
  say: (line: string) => void;
}

const TIMEOUT_MS = 30_000;
const PAUSE_MS = 500;
/** Nothing was taken yet: the same delivery may go again. */
const AWAY = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** @returns the local server's status and how long it took; a problem where it gave no answer to a request it had taken */
export async function forward(
  request: SignedRequest,
  { to, authorization, say }: Forward,
): Promise<{ status: number; tookMs: number } | { problem: string }> {
  const headers = headersOf(request, authorization);
  for (let isAway = false; ;) {
    const began = performance.now();
    try {
      const status = await post(to, headers, request.body);
      if (isAway) say(`✓ ${to.origin} is back`);
      return { status, tookMs: Math.round(performance.now() - began) };
    } catch (error) {
      const reason = reasonOf(error);
      if (!AWAY.has(reason)) return { problem: reason };
      if (!isAway) say(`… ${to.origin} doesn't answer (${reason}): waiting for it`);
      isAway = true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** As a verifier sees them, too. */
export function headersOf({ headers }: SignedRequest, authorization: string | undefined): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap(([name, value]) => {
      if (!isAuthorization(name) || value !== MASK) return [[name, value]];
      return authorization === undefined ? [] : [[name, authorization]];
    }),
  );
}

function post(to: URL, headers: Record<string, string>, body: string): Promise<number> {
  const { request } = to.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const call = request(
      to,
      {
        method: "POST",
        headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) },
        timeout: TIMEOUT_MS,
        agent: false,
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", reject);
      },
    );
    call.on("timeout", () => call.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    call.on("error", reject);
    call.end(body);
  });
}
