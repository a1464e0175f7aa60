/** The value of an Authorization header is a secret: it is sent, and neither recorded nor shown. */
import type { HeaderPairs } from "./attempt";

/** Stands where the value was. No header can carry it: it isn't ASCII. */
export const MASK = "••••••";

export const isAuthorization = (name: string) => name.toLowerCase() === "authorization";

export function maskAuthorization(headers: Readonly<HeaderPairs>): HeaderPairs {
  return headers.map(([name, value]) => [name, isAuthorization(name) ? MASK : value]);
}
