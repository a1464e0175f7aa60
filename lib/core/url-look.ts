/** What can be said of a destination by its look alone: the same in the browser, while it is typed, and on the server. */
import type { DestinationPolicy } from "./destination-policy";
import { parseUrl } from "./parse-url";

export const URL_PROBLEMS = [
  "tooLong",
  "characters",
  "incomplete",
  "scheme",
  "credentials",
  "fragment",
  "port",
  "blocked",
] as const;
export type UrlProblem = (typeof URL_PROBLEMS)[number];

export type UrlLook = { ok: true; url: URL } | { ok: false; problem: UrlProblem };

export const MAX_URL_LENGTH = 2048;

/** Reserved for private networks (RFC 6761, 6762, 8375), or taken for them by habit. */
const PRIVATE_SUFFIXES = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "home.arpa",
  "test",
  "svc",
  "consul",
];
const DEAD_SUFFIXES = ["invalid", "onion", "metadata.google.internal", "metadata.goog"];
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Ports of databases, caches, brokers and control planes: a POST there is never a webhook. */
const SERVICE_PORTS = new Set([
  1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 6379, 6443, 9042, 9092, 9200,
  9300, 10250, 10255, 11211, 27017, 27018, 27019,
]);

/** Scheme, user info, port and shape. What passes is the normalised URL; its host is still to be judged. */
export function lookAtUrl(raw: string, policy: DestinationPolicy): UrlLook {
  const refuse = (problem: UrlProblem): UrlLook => ({ ok: false, problem });
  if (raw.length > MAX_URL_LENGTH) return refuse("tooLong");
  if (/[\s\p{Cc}\\]/u.test(raw)) return refuse("characters");
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(raw) ? parseUrl(raw) : undefined;
  if (!url) return refuse("incomplete");
  if (url.protocol !== "https:" && !(policy === "local" && url.protocol === "http:")) return refuse("scheme");
  if (url.username || url.password || /^[a-z]+:\/\/[^/?#]*@/i.test(raw)) return refuse("credentials");
  if (raw.includes("#")) return refuse("fragment");
  if (!isAllowedPort(url, policy)) return refuse("port");
  url.hostname = url.hostname.replace(/\.$/, "");
  return { ok: true, url };
}

function isAllowedPort(url: URL, policy: DestinationPolicy): boolean {
  if (url.port === "") return true;
  const port = Number(url.port);
  if (port === 443 || port === 8443 || (policy === "local" && port === 80)) return true;
  return port >= 1024 && !SERVICE_PORTS.has(port);
}

/** @param host a name, as in `URL.hostname` */
export function isNamed(host: string, policy: DestinationPolicy): boolean {
  const labels = host.split(".");
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return false;
  if (DEAD_SUFFIXES.some((suffix) => isUnder(host, suffix))) return false;
  return policy === "local" || (labels.length > 1 && !PRIVATE_SUFFIXES.some((suffix) => isUnder(host, suffix)));
}

function isUnder(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

// The registries of special-purpose addresses (RFC 6890 and its updates), plus the metadata services of clouds.
export const RESERVED_V4_RANGES: readonly (readonly [network: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["168.63.129.16", 32],
];

/**
 * As far as a browser can tell while a URL is typed. It may let pass what the server refuses, like reserved addresses in
 * IPv6: never the other way round.
 */
export function problemAsTyped(raw: string, policy: DestinationPolicy): UrlProblem | undefined {
  const look = lookAtUrl(raw, policy);
  if (!look.ok) return look.problem;
  const host = look.url.hostname;
  if (host.startsWith("[")) return undefined;
  if (!IPV4.test(host)) return isNamed(host, policy) ? undefined : "blocked";
  const isReserved = RESERVED_V4_RANGES.some((range) => isWithin(host, ...range));
  return isReserved && (policy === "public" || isWithin(host, "169.254.0.0", 16)) ? "blocked" : undefined;
}

function isWithin(address: string, network: string, prefix: number): boolean {
  const size = 2 ** (32 - prefix);
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(network) / size);
}

const numberOf = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

export const URL_HINTS = ["inspector", "http", "loopback", "n8nTest", "secret"] as const;
export type UrlHint = (typeof URL_HINTS)[number];

const SECRET_NAME = /^(?:.*[-_])?(?:token|secret|key|apikey|password|auth|sig|signature)$/i;

/** What is allowed, and worth a thought. @param ours the origin that this product is served from */
export function hintsFor({ protocol, hostname, origin, pathname, searchParams }: URL, ours: string): UrlHint[] {
  if (origin === ours && pathname.startsWith("/inspect/")) return ["inspector"];
  const isLoopback = hostname === "localhost" || hostname.endsWith(".localhost") || isLoopbackAddress(hostname);
  const tells: Record<UrlHint, boolean> = {
    inspector: false,
    http: protocol === "http:" && !isLoopback,
    loopback: isLoopback,
    n8nTest: /(?:^|\/)webhook-test(?:\/|$)/.test(pathname),
    secret: [...searchParams.keys()].some((name) => SECRET_NAME.test(name)),
  };
  return URL_HINTS.filter((hint) => tells[hint]);
}

const isLoopbackAddress = (host: string) => host === "[::1]" || (IPV4.test(host) && isWithin(host, "127.0.0.0", 8));
