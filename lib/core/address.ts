/** Where deliveries may go (SSRF). Names are judged here by their look; their addresses again at every connection. */
import { BlockList, isIP } from "node:net";
import { isNamed, lookAtUrl, MAX_URL_LENGTH, RESERVED_V4_RANGES, type UrlProblem } from "./url-look";
import type { DestinationPolicy } from "./destination-policy";

export type DestinationCheck = { ok: true; url: URL } | { ok: false; message: string };

export const BLOCKED_MESSAGE = "This URL leads to a private or reserved address or name. Use a public one.";

const MESSAGES: Record<UrlProblem, string> = {
  tooLong: `Use at most ${MAX_URL_LENGTH} characters.`,
  characters: "A URL holds no spaces, control characters or backslashes.",
  incomplete: "This is not a complete URL, like https://example.com/hook.",
  scheme: "The URL must begin with https://.",
  credentials: "A URL must not carry a user name or password.",
  fragment: "Leave out the part from # on: it is never sent.",
  port: "This port is not allowed. Use 443, 8443, or one from 1024 up.",
  blocked: BLOCKED_MESSAGE,
};

/**
 * Judges a URL before it is stored. What passes is the normalised URL, and that is what is stored and called.
 * @param policy `public`: https to public addresses. `local`: also http, private names and addresses, for development
 */
export function checkDestination(raw: string, policy: DestinationPolicy): DestinationCheck {
  const look = lookAtUrl(raw, policy);
  if (!look.ok) return { ok: false, message: MESSAGES[look.problem] };
  const { hostname } = look.url;
  const literal = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  const isAllowed = isIP(literal) ? isAllowedAddress(literal, policy) : isNamed(hostname, policy);
  return isAllowed ? look : { ok: false, message: BLOCKED_MESSAGE };
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

const RESERVED_V4 = subnets("ipv4", RESERVED_V4_RANGES);
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

function subnets(family: "ipv4" | "ipv6", ranges: readonly (readonly [network: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
