/** Host names to addresses, every one of them vetted: a name with one forbidden address is refused whole. */
import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { isAllowedAddress, type DestinationPolicy } from "../../lib/core/address";
import { EgressError } from "./errors";

const DNS_TIMEOUT_MS = 3_000;

/** @returns every address of a name; may throw or stay silent */
export type Resolve = (host: string) => Promise<string[]>;

/** Under `local`, names come from the system, /etc/hosts included; under `public`, from the name servers alone. */
export function systemResolver(policy: DestinationPolicy): Resolve {
  if (policy === "local") return async (host) => (await lookup(host, { all: true })).map(({ address }) => address);
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  return async (host) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return [v4, v6].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
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
    throw error instanceof EgressError ? error : new EgressError("dns", "no_address");
  } finally {
    clearTimeout(timer);
  }
}
