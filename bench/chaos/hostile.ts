/** Receivers that mean harm, or are badly broken. They speak TCP themselves, as no HTTP server would send this. */
import net, { type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const FLOOD = Buffer.alloc(64 * 1024, "x");
const DRIP_EVERY_MS = 100;

export interface Hostile {
  name: string;
  scheme: "http" | "https";
  /** Whether only the deadline ends it. */
  hangs: boolean;
  attack(socket: net.Socket): void;
}

export const HOSTILES: readonly Hostile[] = [
  { name: "drip", scheme: "http", hangs: true, attack: drip },
  { name: "endless 103", scheme: "http", hangs: true, attack: endlessHints },
  {
    name: "endless body",
    scheme: "http",
    hangs: false,
    attack: (socket) => flood(socket, "transfer-encoding: chunked"),
  },
  { name: "10 GB", scheme: "http", hangs: false, attack: (socket) => flood(socket, "content-length: 10737418240") },
  { name: "10 GB, silent", scheme: "http", hangs: true, attack: promiseMuch },
  { name: "bomb", scheme: "http", hangs: false, attack: bomb },
  { name: "garbage", scheme: "http", hangs: false, attack: (socket) => void socket.end(FLOOD.map((_, i) => i % 251)) },
  { name: "999", scheme: "http", hangs: false, attack: (socket) => void socket.end(head(999, "content-length: 0")) },
  { name: "stalled TLS", scheme: "https", hangs: true, attack: () => undefined },
];

/** @returns where it listens; `close` hangs up on everybody */
export async function startHostile({ scheme, attack }: Hostile): Promise<{ url: string; close: () => Promise<void> }> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    // Who hangs up on a flood resets the connection.
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    if (scheme === "https") attack(socket);
    else socket.once("data", () => attack(socket));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const head = (status: number, ...headers: string[]) => [`HTTP/1.1 ${status} Hm`, ...headers, "", ""].join("\r\n");

function drip(socket: net.Socket): void {
  socket.write(head(200, "content-length: 1000000"));
  repeatedly(socket, () => socket.write("."));
}

function endlessHints(socket: net.Socket): void {
  repeatedly(socket, () => socket.write(head(103, "link: </style.css>; rel=preload")));
}

function flood(socket: net.Socket, length: string): void {
  socket.write(head(200, length));
  const chunk = length.startsWith("content-length")
    ? FLOOD
    : Buffer.concat([Buffer.from(`${FLOOD.length.toString(16)}\r\n`), FLOOD, Buffer.from("\r\n")]);
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", pour);
  pour();
}

function promiseMuch(socket: net.Socket): void {
  socket.write(head(200, "content-length: 10737418240"));
}

function bomb(socket: net.Socket): void {
  socket.write(head(200, "content-encoding: gzip", `content-length: ${BOMB.length}`));
  socket.end(BOMB);
}

function repeatedly(socket: net.Socket, action: () => void): void {
  const timer = setInterval(action, DRIP_EVERY_MS);
  socket.on("close", () => clearInterval(timer));
}
