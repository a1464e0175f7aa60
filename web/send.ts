import type { ServerResponse } from "node:http";
import type { Answer } from "../lib/answer";
import { SECURITY_HEADERS } from "../lib/security-headers";

/** Head and body in one write. */
export function send(response: ServerResponse, { status, headers, body }: Answer, requestId: string): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    "X-Request-Id": requestId,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}
