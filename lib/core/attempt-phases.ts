/** The phases of an attempt, one after another; a kept connection has no first three. */
import type { Attempt } from "./delivery";

export interface Phase {
  name: "dns" | "connect" | "tls" | "firstByte" | "body";
  beginMs: number;
  ms: number;
}

type Timed = Pick<Attempt, "dnsMs" | "connectMs" | "tlsMs" | "firstByteMs" | "durationMs">;

export function phasesOf({ dnsMs, connectMs, tlsMs, firstByteMs, durationMs }: Timed): Phase[] {
  const measured: [name: Phase["name"], ms: number | null][] = [
    ["dns", dnsMs],
    ["connect", connectMs],
    ["tls", tlsMs],
    ["firstByte", firstByteMs],
  ];
  const phases: Phase[] = [];
  let beginMs = 0;
  for (const [name, ms] of measured) {
    if (ms === null) continue;
    phases.push({ name, beginMs, ms });
    beginMs += ms;
  }
  if (firstByteMs !== null && durationMs !== null && durationMs - beginMs >= 1) {
    phases.push({ name: "body", beginMs, ms: durationMs - beginMs });
  }
  return phases;
}
