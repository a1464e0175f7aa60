/** A webhook that is resumed gets what it held gently at first: its receiver has only just come back. */
const FIRST_PER_SECOND = 10;
const DOUBLES_EVERY_MS = 5_000;
/** After 640 a second there is no limit any more. */
const DOUBLINGS = 7;

/** Then it is over, however fast the webhook may be sent to. */
export const RAMP_MS = DOUBLINGS * DOUBLES_EVERY_MS;

export interface Ramp {
  /** Null for no limit. */
  ratePerSecond: number | null;
  /** Unix milliseconds: the rate is another one from then on; infinite where it stays. */
  changesAt: number;
}

/**
 * @param resumedAt since when it is sent what it held; null where it never held anything
 * @param ownRate the webhook's own limit a second, which is never exceeded
 */
export function rampOf(resumedAt: Date | null, ownRate: number | null, now: Date): Ramp {
  // By a clock that is behind the one which wrote it, it has only just begun.
  const step = resumedAt ? Math.floor(Math.max(now.getTime() - resumedAt.getTime(), 0) / DOUBLES_EVERY_MS) : DOUBLINGS;
  const rate = FIRST_PER_SECOND * 2 ** step;
  if (!resumedAt || step >= DOUBLINGS || (ownRate !== null && ownRate <= rate)) {
    return { ratePerSecond: ownRate, changesAt: Number.POSITIVE_INFINITY };
  }
  return { ratePerSecond: rate, changesAt: resumedAt.getTime() + (step + 1) * DOUBLES_EVERY_MS };
}
