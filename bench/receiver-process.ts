/** A receiver in a process of its own: plain node:http, verifies each signature as documented, counts, answers 200. */
import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";

export type Order =
  | { secrets: string[] }
  /** Webhooks at these indexes get no answer. */
  | { hang: number[] }
  | { ask: "count" | "arrivals" }
  | "reset";

/** Unix milliseconds with fractions, comparable between processes of one machine. */
export type Arrival = [eventId: string, webhook: number, at: number];

export interface Counted {
  verified: number;
  refused: number;
}

const now = () => performance.timeOrigin + performance.now();

let secrets: string[] = [];
let hanging = new Set<number>();
let counted: Counted = { verified: 0, refused: 0 };
let arrivals: Arrival[] = [];
let keepsArrivals = false;

const server = http.createServer((request, response) => {
  const at = keepsArrivals ? now() : 0;
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const webhook = Number(request.url?.slice(1));
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    const expected = createHmac("sha256", secrets[webhook] ?? "")
      .update(body)
      .digest("hex");
    const isGenuine = request.headers["x-sydx-signature"] === expected;
    counted[isGenuine ? "verified" : "refused"]++;
    if (keepsArrivals) arrivals.push([String(request.headers["x-sydx-event-id"]), webhook, at]);
    if (hanging.has(webhook)) return;
    response.writeHead(isGenuine ? 200 : 401, { "content-type": "text/plain" }).end("ok");
  });
});
server.keepAliveTimeout = 60_000;
// 5,000 webhooks are 5,000 connections at once.
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});

process.on("message", (order: Order) => {
  if (order === "reset") {
    counted = { verified: 0, refused: 0 };
    arrivals = [];
    keepsArrivals = true;
  } else if ("secrets" in order) secrets = order.secrets;
  else if ("hang" in order) hanging = new Set(order.hang);
  else process.send?.(order.ask === "count" ? counted : arrivals);
});
process.on("disconnect", () => process.exit(0));
