/** Opens a connection to a vetted address, and to no other: what is checked is what is connected. */
import type net from "node:net";
import { isAllowedAddress } from "../../lib/core/address";
import type { DestinationPolicy } from "../../lib/core/destination-policy";
import type { AttemptPhases } from "../../lib/core/attempt";
import { EgressError } from "./errors";
import { vettedAddresses, type Resolve } from "./resolve";
import { openSocket, openTls } from "./sockets";
import { authorityOf, type Origin } from "./target";
import { openTunnel } from "./tunnel";

export interface ConnectSettings {
  policy: DestinationPolicy;
  resolve: Resolve;
  /** A forward proxy that all connections go through; its credentials are in it. */
  proxy?: URL | undefined;
  /** PEM certificates to trust instead of the system's: for tests. */
  ca?: string;
}

/** What opening the connection showed; filled in as it goes, so that a failure half-way shows the first half. */
export interface ConnectionFacts {
  phases: AttemptPhases;
  /** Of the receiver, also where a proxy stands between. */
  remoteAddress?: string;
  tlsVersion?: string;
  tlsExpiresAt?: Date;
}

/** @throws EgressError, or an error of Node's that `toEgressError` knows */
export async function connect(
  target: Origin,
  settings: ConnectSettings,
  facts: ConnectionFacts,
  signal: AbortSignal,
): Promise<net.Socket> {
  const began = performance.now();
  const addresses = await vettedAddresses(target.host, settings.policy, settings.resolve).finally(() => {
    facts.phases.dnsMs = performance.now() - began;
  });
  const resolved = performance.now();
  signal.throwIfAborted();
  facts.remoteAddress = authorityOf(addresses[0] ?? "", target.port);
  const { socket, address } = await reach(addresses, target.port, settings, signal);
  facts.remoteAddress = authorityOf(address, target.port);
  const connected = performance.now();
  facts.phases.connectMs = connected - resolved;
  if (!target.isTls) return socket;
  const secure = await openTls(socket, {
    host: target.host,
    ca: settings.ca,
    signal,
    onCertificate: (expiresAt) => (facts.tlsExpiresAt = expiresAt),
  });
  facts.phases.tlsMs = performance.now() - connected;
  facts.tlsVersion = secure.getProtocol() ?? "";
  return secure;
}

/** @returns a socket that leads to one of the addresses, and to which */
async function reach(
  addresses: string[],
  port: number,
  { policy, proxy, ca }: ConnectSettings,
  signal: AbortSignal,
): Promise<{ socket: net.Socket; address: string }> {
  if (proxy) return openTunnel(addresses, port, { proxy, ca }, signal);
  const socket = await openSocket(addresses, port, signal);
  const address = socket.remoteAddress ?? "";
  if (isAllowedAddress(address, policy)) return { socket, address };
  socket.destroy();
  throw new EgressError("blocked_address");
}
