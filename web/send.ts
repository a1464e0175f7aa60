import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "../lib/answer";
import { SECURITY_HEADERS } from "../lib/security-headers";

/** Head and body in one write. */
export function send(response: ServerResponse, { status, headers, body }: Answer, requestId: string): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    "X-Request-Id": requestId,
    "Content-Length": Buffer.byteLength(body),
    // What was not read of the request would be taken for the next one.
    ...(wasGivenUp(response.req) ? { Connection: "close" } : {}),
  });
  response.end(body);
}

/** Read in part. What nobody has begun to read, Node reads to its end by itself. */
export const wasGivenUp = ({ complete, readableDidRead }: IncomingMessage) => !complete && readableDidRead;
