/** A way through a forward proxy to a vetted address. The proxy is told the address, so it can't look up another. */
import net from "node:net";
import { EgressError } from "./errors";
import { openTls, waitOn } from "./sockets";
import { authorityOf } from "./target";

/** No proxy has this much to say before the tunnel begins. */
const HEAD_MAX_BYTES = 8 * 1024;

/** @param proxy http or https, credentials in it */
export interface TunnelSettings {
  proxy: URL;
  ca: string | undefined;
}

/**
 * @param addresses vetted; the first one that the proxy gets through to is taken
 * @returns the socket, and which address it leads to
 * @throws EgressError
 */
export async function openTunnel(
  addresses: readonly string[],
  port: number,
  settings: TunnelSettings,
  signal: AbortSignal,
): Promise<{ socket: net.Socket; address: string }> {
  for (const address of addresses) {
    try {
      return { socket: await tunnelTo(authorityOf(address, port), settings, signal), address };
    } catch {
      // What is wrong with a proxy is no business of the receiver's owner: its own errors all look the same.
      if (signal.aborted) throw new EgressError("timeout", "connect");
    }
  }
  throw new EgressError("refused", "proxy");
}

async function tunnelTo(authority: string, { proxy, ca }: TunnelSettings, signal: AbortSignal): Promise<net.Socket> {
  const isTls = proxy.protocol === "https:";
  const host = proxy.hostname.replace(/^\[|\]$/g, "");
  const port = Number(proxy.port) || (isTls ? 443 : 80);
  const plain = net.connect({ host, port, noDelay: true, keepAlive: true, autoSelectFamily: true });
  let socket = await waitOn<net.Socket>(plain, signal, (done) => {
    const onConnect = () => done(plain);
    plain.on("connect", onConnect);
    return () => plain.off("connect", onConnect);
  });
  if (isTls) socket = await openTls(socket, { host, ca, signal });
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization(proxy)}\r\n`);
  await accepted(socket, signal);
  return socket;
}

function authorization({ username, password }: URL): string {
  if (!username && !password) return "";
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return `Proxy-Authorization: Basic ${credentials.toString("base64")}\r\n`;
}

/** Any 2xx, and nothing after it: neither TLS nor HTTP lets the far side speak first (RFC 9110, 9.3.6). */
function accepted(socket: net.Socket, signal: AbortSignal): Promise<void> {
  return waitOn(socket, signal, (done, fail) => {
    let head = Buffer.alloc(0);
    const onReadable = () => {
      for (let chunk: Buffer | null; (chunk = socket.read()) !== null;) head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0 && head.length <= HEAD_MAX_BYTES) return;
      const isTunnel = /^HTTP\/1\.[01] 2\d\d[ \r]/.test(head.toString("latin1")) && end === head.length - 4;
      if (isTunnel) done();
      else fail(new EgressError("refused", "proxy"));
    };
    socket.on("readable", onReadable);
    return () => socket.off("readable", onReadable);
  });
}
