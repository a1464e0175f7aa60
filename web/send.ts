import type { ServerResponse } from "node:http";
import type { Answer } from "../lib/answer";
import { SECURITY_HEADERS } from "../lib/security-headers";

/** Head and body in one write. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}
