/** The value of an Authorization header is a secret: it is sent, and neither recorded nor shown. */
import type { HeaderPairs } from "./attempt";
import { parseUrl } from "./parse-url";

/** Stands where the value was. No header can carry it: it isn't ASCII. */
export const MASK = "••••••";

const NAME = "authorization";
export const isAuthorization = (name: string) => name.length === NAME.length && name.toLowerCase() === NAME;

export function maskAuthorization(headers: HeaderPairs): HeaderPairs {
  // Most requests have none, and there are ten thousand a second.
  if (!headers.some(([name]) => isAuthorization(name))) return headers;
  return headers.map(([name, value]) => [name, isAuthorization(name) ? MASK : value]);
}

/**
 * Whether a URL leads elsewhere than the one that a stored value was given for: another scheme, host or port. The value
 * has to be given again then, or else whoever may change the URL could have it sent to a server of their own.
 */
export const isOtherServer = (url: string, before: string) => originOf(url) !== originOf(before);

const originOf = (url: string) => parseUrl(url)?.origin;
