/** A forward proxy on 127.0.0.1 that opens tunnels (CONNECT). Gone when its test is over. */
import net from "node:net";
import type tls from "node:tls";
import { startRawReceiver, type Receiver } from "./receivers";

/** @param refused authorities that it answers 502 for */
export async function startProxy(
  refused: string[] = [],
  secure?: tls.TlsOptions,
): Promise<Receiver & { heads: string[] }> {
  const heads: string[] = [];
  const receiver = await startRawReceiver((socket) => {
    socket.once("data", (head: Buffer) => {
      heads.push(head.toString());
      const authority = head.toString().split(" ")[1] ?? "";
      if (refused.includes(authority)) return socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      const { hostname, port } = new URL(`http://${authority}`);
      const upstream = net.connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n");
        socket.pipe(upstream).pipe(socket);
      });
      upstream.on("error", () => socket.destroy());
      return socket.on("close", () => upstream.destroy());
    });
  }, secure);
  return Object.assign(receiver, { heads });
}
