/** Receivers on 127.0.0.1, as well or badly behaved as a test needs them. Each is gone when its test is over. */
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { onTestFinished } from "vitest";

export interface Received {
  headers: [name: string, value: string][];
  body: Buffer;
  remotePort: number | undefined;
}

export interface Receiver {
  port: number;
  /** Connections that were ever opened. */
  connections: number;
  open: Set<net.Socket>;
}

export type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => unknown;

/** Speaks HTTP, or HTTPS where `secure` is given. */
export async function startReceiver(
  answer: Answer,
  secure?: https.ServerOptions,
): Promise<Receiver & { received: Received[] }> {
  const received: Received[] = [];
  const listener: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { rawHeaders, socket } = request;
      const headers = rawHeaders.flatMap((name, index): [string, string][] =>
        index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""]] : [],
      );
      received.push({ headers, body: Buffer.concat(chunks), remotePort: socket.remotePort });
      answer(response, request);
    });
  };
  const server = secure ? https.createServer(secure, listener) : http.createServer(listener);
  return Object.assign(await listen(server), { received });
}

/** Speaks whatever it likes, over TLS where `secure` is given. */
export function startRawReceiver(
  onConnection: (socket: net.Socket, number: number) => void,
  secure?: tls.TlsOptions,
): Promise<Receiver> {
  let number = 0;
  const listener = (socket: net.Socket) => {
    onConnection(socket, ++number);
    // A socket that isn't read never learns that the other side is gone.
    socket.on("error", () => undefined).resume();
  };
  return listen(secure ? tls.createServer(secure, listener) : net.createServer(listener));
}

/** A port that nobody listens on. */
export async function unusedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: net.Server): Promise<Receiver> {
  const receiver: Receiver = { port: 0, connections: 0, open: new Set() };
  server.on("connection", (socket: net.Socket) => {
    receiver.connections++;
    receiver.open.add(socket);
    // Clients that hang up in the middle are what many tests are about.
    socket.on("error", () => undefined).on("close", () => receiver.open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of receiver.open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  receiver.port = (server.address() as AddressInfo).port;
  return receiver;
}
