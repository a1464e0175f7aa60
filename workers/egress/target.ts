/** URLs as they are called. Each is parsed and judged once, however many deliveries go there. */
import { checkDestination } from "../../lib/core/address";
import type { DestinationPolicy } from "../../lib/core/destination-policy";

/** Some kilobytes each at the most. */
const MAX_KNOWN = 10_000;

/** What a connection leads to. Webhooks of one origin share connections, so it knows nothing of their paths. */
export interface Origin {
  origin: string;
  /** As in `URL.hostname`: IPv6 in brackets. */
  host: string;
  port: number;
  isTls: boolean;
}

export interface Target extends Origin {
  /** As the Host header has it. */
  authority: string;
  /** With the query. */
  path: string;
}

export class Targets {
  readonly #policy: DestinationPolicy;
  readonly #known = new Map<string, Target>();

  constructor(policy: DestinationPolicy) {
    this.#policy = policy;
  }

  /** @returns undefined for what may not be called, by its look; addresses are judged when they are connected to */
  of(url: string): Target | undefined {
    const known = this.#known.get(url);
    if (known) return known;
    const target = parse(url, this.#policy);
    if (!target) return undefined;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(url, target);
    return target;
  }
}

/** `host:port` of an address, as URLs and CONNECT write it. */
export function authorityOf(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** What was stored was allowed then; the policy, or the rules, may have changed since. */
function parse(raw: string, policy: DestinationPolicy): Target | undefined {
  const check = checkDestination(raw, policy);
  if (!check.ok) return undefined;
  const { origin, host, hostname, port, protocol, pathname, search } = check.url;
  const isTls = protocol === "https:";
  return {
    origin,
    host: hostname,
    authority: host,
    port: Number(port) || (isTls ? 443 : 80),
    isTls,
    path: pathname + search,
  };
}
