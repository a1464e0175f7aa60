/** Sockets, plain and TLS, as promises: ready, or destroyed with nothing left behind. */
import net from "node:net";
import tls from "node:tls";
import { EgressError } from "./errors";

/** @param addresses vetted; tried one after another, IPv6 and IPv4 in turn */
export function openSocket(addresses: readonly string[], port: number, signal: AbortSignal): Promise<net.Socket> {
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
  return ready(socket, "connect", signal);
}

export interface TlsOptions {
  /** For SNI and verification: a name, or an address as in `URL.hostname`. */
  host: string;
  ca: string | undefined;
  signal: AbortSignal;
  /** Told when the receiver has shown its certificate, be it good or bad. */
  onCertificate?: (expiresAt: Date) => void;
}

export function openTls(socket: net.Socket, options: TlsOptions): Promise<tls.TLSSocket> {
  const { host, ca, signal, onCertificate } = options;
  const literal = host.replace(/^\[|\]$/g, "");
  const secure = tls.connect({
    socket,
    host: literal,
    ...(net.isIP(literal) ? {} : { servername: literal }),
    ALPNProtocols: ["http/1.1"],
    minVersion: "TLSv1.2",
    ...(ca ? { ca } : {}),
  });
  // Before Node's own listener, which judges the certificate: of one that it refuses, nothing is left to read.
  if (onCertificate) secure.prependOnceListener("secure", () => tellExpiry(secure, onCertificate));
  return ready(secure, "secureConnect", signal);
}

function tellExpiry(secure: tls.TLSSocket, tell: (expiresAt: Date) => void): void {
  const expiresAt = new Date(secure.getPeerCertificate().valid_to);
  if (!Number.isNaN(expiresAt.getTime())) tell(expiresAt);
}

function ready<S extends net.Socket>(socket: S, event: "connect" | "secureConnect", signal: AbortSignal): Promise<S> {
  return waitOn(socket, signal, (done) => {
    const onReady = () => done(socket);
    socket.on(event, onReady);
    return () => socket.off(event, onReady);
  });
}

/**
 * @param listen starts to wait; gives back how to stop
 * @throws on error, close or abort, the socket destroyed
 */
export function waitOn<T>(
  socket: net.Socket,
  signal: AbortSignal,
  listen: (done: (value: T) => void, fail: (error: Error) => void) => () => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      socket.off("error", fail).off("close", onClose);
      signal.removeEventListener("abort", onAbort);
    };
    const fail = (error: Error) => {
      end();
      // Nobody listens any more; a late error of a socket that was given up must not end the process.
      socket.on("error", () => undefined).destroy();
      reject(error);
    };
    const onClose = () => fail(new EgressError("reset"));
    const onAbort = () => fail(new EgressError("timeout", "connect"));
    const done = (value: T) => {
      end();
      resolve(value);
    };
    const stop = listen(done, fail);
    socket.on("error", fail).on("close", onClose);
    signal.addEventListener("abort", onAbort);
  });
}
