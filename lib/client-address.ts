/** Where a request came from: the socket, or what configured proxies say of it. A client's own word counts nothing. */
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "./env";

const HEADER = "x-socket-address";

/** Writes each request's socket address into a header, over whatever the client put there. Call once at boot. */
export function noteSocketAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = request.socket.remoteAddress ?? "";
  });
}

/** With n trusted proxies, the n-th address from the right of what they forwarded; with none, the socket's. */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  const chain = [...forwarded, headers.get(HEADER) ?? ""].filter(Boolean);
  return chain[chain.length - 1 - env().TRUSTED_PROXIES] ?? headers.get(HEADER) ?? "unknown";
}
