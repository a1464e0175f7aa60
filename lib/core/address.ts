/** Where deliveries may go (SSRF). Names are judged here by their look; their addresses again at every connection. */
import { BlockList, isIP } from "node:net";

export const DESTINATION_POLICIES = ["public", "local"] as const;
export type DestinationPolicy = (typeof DESTINATION_POLICIES)[number];

export type DestinationCheck = { ok: true; url: URL } | { ok: false; message: string };

export const BLOCKED_MESSAGE = "This URL leads to a private or reserved address or name. Use a public one.";
const MAX_URL_LENGTH = 2048;

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

/** Ports of databases, caches, brokers and control planes: a POST there is never a webhook. */
const SERVICE_PORTS = new Set([
  1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 6379, 6443, 9042, 9092, 9200,
  9300, 10250, 10255, 11211, 27017, 27018, 27019,
]);

/**
 * Judges a URL before it is stored. What passes is the normalised URL, and that is what is stored and called.
 * @param policy `public`: https to public addresses. `local`: also http, private names and addresses, for development
 */
export function checkDestination(raw: string, policy: DestinationPolicy): DestinationCheck {
  const refuse = (message: string): DestinationCheck => ({ ok: false, message });
  if (raw.length > MAX_URL_LENGTH) return refuse(`Use at most ${MAX_URL_LENGTH} characters.`);
  if (/[\s\p{Cc}\\]/u.test(raw)) return refuse("A URL holds no spaces, control characters or backslashes.");
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(raw) || !URL.canParse(raw)) {
    return refuse("This is not a complete URL, like https://example.com/hook.");
  }
  const url = new URL(raw);
  if (url.protocol !== "https:" && !(policy === "local" && url.protocol === "http:")) {
    return refuse("The URL must begin with https://.");
  }
  if (url.username || url.password || /^[a-z]+:\/\/[^/?#]*@/i.test(raw)) {
    return refuse("A URL must not carry a user name or password.");
  }
  if (raw.includes("#")) return refuse("Leave out the part from # on: it is never sent.");
  if (!isAllowedPort(url, policy)) return refuse("This port is not allowed. Use 443, 8443, or one from 1024 up.");
  url.hostname = url.hostname.replace(/\.$/, "");
  return isAllowedHost(url.hostname, policy) ? { ok: true, url } : refuse(BLOCKED_MESSAGE);
}

function isAllowedPort(url: URL, policy: DestinationPolicy): boolean {
  if (url.port === "") return true;
  const port = Number(url.port);
  if (port === 443 || port === 8443 || (policy === "local" && port === 80)) return true;
  return port >= 1024 && !SERVICE_PORTS.has(port);
}

/** @param host as in `URL.hostname`: IPv6 in brackets */
function isAllowedHost(host: string, policy: DestinationPolicy): boolean {
  const literal = host.startsWith("[") ? host.slice(1, -1) : host;
  if (isIP(literal)) return isAllowedAddress(literal, policy);
  const labels = host.split(".");
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return false;
  if (DEAD_SUFFIXES.some((suffix) => isUnder(host, suffix))) return false;
  return policy === "local" || (labels.length > 1 && !PRIVATE_SUFFIXES.some((suffix) => isUnder(host, suffix)));
}

function isUnder(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

/** @param address an IPv4 or IPv6 literal without brackets; anything else is refused */
export function isAllowedAddress(address: string, policy: DestinationPolicy): boolean {
  if (isPublicAddress(address)) return true;
  const family = familyOf(address);
  return policy === "local" && family !== undefined && LOCAL.check(address, family) && !METADATA.check(address, family);
}

function isPublicAddress(address: string): boolean {
  const family = familyOf(address);
  if (family === undefined) return false;
  if (family === "ipv4") return !RESERVED_V4.check(address, "ipv4");
  return GLOBAL_V6.check(address, "ipv6") && !RESERVED_V6.check(address, "ipv6");
}

/** Undefined for what is no literal, for zone ids, and for IPv4 in IPv6 clothes. */
function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  if (version === 4) return "ipv4";
  return version === 6 && !address.includes("%") && !/^::ffff:/i.test(address) ? "ipv6" : undefined;
}

// The registries of special-purpose addresses (RFC 6890 and its updates), plus the metadata services of clouds.
const RESERVED_V4 = subnets("ipv4", [
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
]);
const GLOBAL_V6 = subnets("ipv6", [["2000::", 3]]);
const RESERVED_V6 = subnets("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["2620:4f:8000::", 48],
]);
const LOCAL = subnets("ipv4", [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
]);
LOCAL.addAddress("::1", "ipv6");
LOCAL.addSubnet("fc00::", 7, "ipv6");
const METADATA = new BlockList();
METADATA.addAddress("100.100.100.200", "ipv4");
for (const address of ["fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:42::42"]) {
  METADATA.addAddress(address, "ipv6");
}

function subnets(family: "ipv4" | "ipv6", ranges: [network: string, prefix: number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
