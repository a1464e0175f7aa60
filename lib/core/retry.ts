/** When a failed delivery is tried again. */

/** The documented schedules by name: seconds of waiting before each retry. */
export const RETRY_PRESETS = {
  sydx: [5, 30, 120],
  sidecar: [10, 30, 60, 120, 240],
  aisync: [30, 120, 480, 1920],
  standard: [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
} as const satisfies Record<string, readonly number[]>;

export type RetryPreset = keyof typeof RETRY_PRESETS;

export const MAX_DELAYS = 20;
export const MAX_DELAY_SECONDS = 7 * 86_400;
const MAX_JITTER = 0.1;
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/** What a webhook stores: a preset's name, or a list of its own. */
export interface RetryPolicy {
  preset: RetryPreset | null;
  delaysSeconds: readonly number[];
}

/** @returns seconds before each retry; an empty list means one attempt and no more */
export function delaysOf(policy: RetryPolicy): readonly number[] {
  return policy.preset ? RETRY_PRESETS[policy.preset] : policy.delaysSeconds;
}

/**
 * @param failures attempts that have failed so far, the one just made included
 * @param random 0 to 1: spreads retries over 10 % of their delay, always later, never earlier
 * @returns milliseconds to wait, or undefined when the schedule is used up
 */
export function nextDelayMs(delaysSeconds: readonly number[], failures: number, random: number): number | undefined {
  const seconds = delaysSeconds[failures - 1];
  return seconds === undefined ? undefined : Math.ceil(seconds * 1000 * (1 + MAX_JITTER * random));
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds or a date, at most 24 h.
 * @returns milliseconds to wait, or undefined where the header says nothing usable
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}
