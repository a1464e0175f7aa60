/** Whether a receiver's certificate ends soon, or has ended. */
const DAY_MS = 86_400_000;
/** Public authorities' renew long before; whoever renews by hand needs some time. */
const WARNED_DAYS = 21;

export type CertificateEnd = { kind: "ended" } | { kind: "ends"; days: number };

/** @returns undefined where there is nothing to warn of */
export function certificateEnd(tlsExpiresAt: string | null, now: number): CertificateEnd | undefined {
  if (tlsExpiresAt === null) return undefined;
  const leftMs = Date.parse(tlsExpiresAt) - now;
  if (leftMs <= 0) return { kind: "ended" };
  const days = Math.floor(leftMs / DAY_MS);
  return days < WARNED_DAYS ? { kind: "ends", days } : undefined;
}
