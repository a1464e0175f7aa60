/** A receiver for each way in which an attempt can fail. All on 127.0.0.1. */
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import { certificate } from "../workers/egress/testdata/certificates";

export interface FailingReceivers {
  /** Answers `/status/<code>`, and begins an answer at `/drip`. */
  http: string;
  /** `host:port` of what is no HTTP. */
  garbage: string;
  resets: string;
  silent: string;
  refuses: string;
  /** By what is wrong with it: ports. */
  tls: Record<"expired" | "self-signed" | "other-name" | "old", number>;
  close: () => Promise<void>;
}

const HEADERS: Record<number, http.OutgoingHttpHeaders> = {
  302: { location: "https://example.com/new" },
  429: { "retry-after": "30" },
};

export async function startFailingReceivers(): Promise<FailingReceivers> {
  const sockets = new Set<net.Socket>();
  const servers: net.Server[] = [];
  const listen = async (server: net.Server): Promise<number> => {
    server.on("connection", (socket: net.Socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    return (server.address() as AddressInfo).port;
  };
  const raw = (onData: (socket: net.Socket) => unknown) =>
    listen(net.createServer((socket) => socket.once("data", () => onData(socket)).resume()));
  const secure = (options: https.ServerOptions) => listen(https.createServer(options, (_, response) => response.end()));
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;

  const [plain, garbage, resets, silent, expired, selfSigned, otherName, tls11, unused] = await Promise.all([
    listen(http.createServer(answer)),
    raw((socket) => socket.write("SSH-2.0-OpenSSH_9.6\r\n")),
    raw((socket) => socket.resetAndDestroy()),
    raw(() => undefined),
    secure(certificate("expired")),
    secure(certificate("self-signed")),
    secure(certificate("other-name")),
    secure({ ...certificate("receiver"), ...old }),
    listen(net.createServer()),
  ]);
  // Nobody listens there any more.
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return {
    http: `http://127.0.0.1:${plain}`,
    garbage: `127.0.0.1:${garbage}`,
    resets: `127.0.0.1:${resets}`,
    silent: `127.0.0.1:${silent}`,
    refuses: `127.0.0.1:${unused}`,
    tls: { expired, "self-signed": selfSigned, "other-name": otherName, old: tls11 },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  request.resume();
  if (request.url === "/drip") {
    response.writeHead(200, { "content-length": "100" }).write("half");
    return;
  }
  const code = Number(/^\/status\/(\d+)$/.exec(request.url ?? "")?.[1] ?? 200);
  request.on("end", () => response.writeHead(code, HEADERS[code]).end("why"));
}
