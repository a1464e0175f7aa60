/** Opens a connection to a vetted address, and to no other: what is checked is what is connected. */
import net from "node:net";
import tls from "node:tls";
import { isAllowedAddress, type DestinationPolicy } from "../../lib/core/address";
import type { AttemptPhases } from "../../lib/core/attempt";
import { EgressError } from "./errors";
import { vettedAddresses, type Resolve } from "./resolve";
import type { Target } from "./target";

export interface ConnectSettings {
  policy: DestinationPolicy;
  resolve: Resolve;
  /** PEM certificates to trust instead of the system's: for tests. */
  ca?: string;
}

/** What opening the connection showed; filled in as it goes, so that a failure half-way shows the first half. */
export interface ConnectionFacts {
  phases: AttemptPhases;
  remoteAddress?: string;
  tlsVersion?: string;
}

/** @throws EgressError, or an error of Node's that `toEgressError` knows */
export async function connect(
  { host, port, isTls }: Target,
  { policy, resolve, ca }: ConnectSettings,
  facts: ConnectionFacts,
  signal: AbortSignal,
): Promise<net.Socket> {
  const began = performance.now();
  const addresses = await vettedAddresses(host, policy, resolve);
  const resolved = performance.now();
  facts.phases.dnsMs = resolved - began;
  signal.throwIfAborted();
  facts.remoteAddress = `${addresses[0]}:${port}`;
  const socket = await openSocket(addresses, port, signal);
  const connected = performance.now();
  facts.phases.connectMs = connected - resolved;
  const remote = socket.remoteAddress ?? "";
  if (!isAllowedAddress(remote, policy)) {
    socket.destroy();
    throw new EgressError("blocked_address");
  }
  facts.remoteAddress = `${remote}:${port}`;
  if (!isTls) return socket;
  const secure = await openTls(socket, host, ca, signal);
  facts.phases.tlsMs = performance.now() - connected;
  facts.tlsVersion = secure.getProtocol() ?? "";
  return secure;
}

function openSocket(addresses: string[], port: number, signal: AbortSignal): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const answers = addresses.map((address) => ({ address, family: net.isIP(address) }));
    const socket = net.connect({
      host: "vetted",
      port,
      noDelay: true,
      keepAlive: true,
      autoSelectFamily: true,
      // The name was resolved and vetted already; Node must not ask again.
      lookup: (_host, _options, callback) => callback(null, answers),
    });
    settle(socket, "connect", signal, resolve, reject);
  });
}

function openTls(
  socket: net.Socket,
  host: string,
  ca: string | undefined,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const literal = host.replace(/^\[|\]$/g, "");
    const secure = tls.connect({
      socket,
      host: literal,
      ...(net.isIP(literal) ? {} : { servername: literal }),
      ALPNProtocols: ["http/1.1"],
      minVersion: "TLSv1.2",
      ...(ca ? { ca } : {}),
    });
    settle(secure, "secureConnect", signal, resolve, reject);
  });
}

/** Resolves on the event, rejects on error, close or abort; leaves no listener behind. */
function settle<S extends net.Socket>(
  socket: S,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
  resolve: (socket: S) => void,
  reject: (error: Error) => void,
): void {
  const end = (action: () => void) => {
    socket.off(event, onReady).off("error", onError).off("close", onClose);
    signal.removeEventListener("abort", onAbort);
    action();
  };
  const fail = (error: Error) =>
    end(() => {
      // Nobody listens any more; a late error of a socket that was given up must not end the process.
      socket.on("error", () => undefined).destroy();
      reject(error);
    });
  const onReady = () => end(() => resolve(socket));
  const onError = (error: Error) => fail(error);
  const onClose = () => fail(new EgressError("reset"));
  const onAbort = () => fail(new EgressError("timeout", "connect"));
  socket.on(event, onReady).on("error", onError).on("close", onClose);
  signal.addEventListener("abort", onAbort);
}
