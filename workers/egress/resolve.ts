/** Host names to addresses, every one of them vetted: a name with one forbidden address is refused whole. */
import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { isAllowedAddress } from "../../lib/core/address";
import type { DestinationPolicy } from "../../lib/core/destination-policy";
import { EgressError } from "./errors";

const DNS_TIMEOUT_MS = 3_000;

/** What name servers say of a name without addresses. Anything else means that they did not answer as they should. */
const NO_SUCH_NAME = new Set<unknown>(["ENOTFOUND", "ENODATA"]);
const isNoName = (error: unknown) => error instanceof Error && "code" in error && NO_SUCH_NAME.has(error.code);

/** @returns every address of a name; may throw or stay silent */
export type Resolve = (host: string) => Promise<string[]>;

/**
 * Under `local`, names come from the system, /etc/hosts included; under `public`, from the name servers alone.
 * @param nameServers the system's where there are none given
 */
export function systemResolver(policy: DestinationPolicy, nameServers?: string[]): Resolve {
  if (policy === "local") return async (host) => (await lookup(host, { all: true })).map(({ address }) => address);
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  if (nameServers) resolver.setServers(nameServers);
  return async (host) => {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    const isSilent = answers.some((answer) => answer.status === "rejected" && !isNoName(answer.reason));
    if (addresses.length === 0 && isSilent) throw new EgressError("dns", "timeout");
    return addresses;
  };
}

/**
 * @param host as in `URL.hostname`: IPv6 in brackets
 * @returns addresses that may all be called
 * @throws EgressError dns or blocked_address
 */
export async function vettedAddresses(host: string, policy: DestinationPolicy, resolve: Resolve): Promise<string[]> {
  const literal = host.startsWith("[") ? host.slice(1, -1) : host;
  const addresses = isIP(literal) ? [literal] : await resolveInTime(host, resolve);
  if (addresses.length === 0) throw new EgressError("dns", "no_address");
  if (!addresses.every((address) => isAllowedAddress(address, policy))) throw new EgressError("blocked_address");
  return addresses;
}

async function resolveInTime(host: string, resolve: Resolve): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EgressError("dns", "timeout")), DNS_TIMEOUT_MS);
  });
  try {
    return await Promise.race([resolve(host), silence]);
  } catch (error) {
    throw error instanceof EgressError ? error : new EgressError("dns", isNoName(error) ? "no_address" : "timeout");
  } finally {
    clearTimeout(timer);
  }
}
