/** How often, and for how long, a message that can't be sent is tried again. */
const DAY_MS = 86_400_000;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 3_600_000;
/** A message that couldn't be sent for so long is given up. */
export const MESSAGE_LIVES_MS = 3 * DAY_MS;

/** Half a minute, doubling, an hour at the most. @param attempts those that have failed, the one just made included */
export function messageDelayMs(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
}
