/** What becomes of a delivery after an attempt. Pure: the same inputs, the same fate. */
import { headerOf, type AttemptResult } from "./attempt";
import { nextDelayMs, parseRetryAfter } from "./retry";

export type Decision =
  | { kind: "succeeded" }
  | { kind: "retry"; delayMs: number }
  | { kind: "exhausted" }
  /** The receiver said it is gone for good: no more deliveries to this webhook. */
  | { kind: "disabled"; reason: "gone" };

export interface DecideInput {
  result: AttemptResult;
  /** Failed attempts before this one, since the event or the last "Retry now". */
  failures: number;
  delaysSeconds: readonly number[];
  now: Date;
  /** 0 to 1 */
  random: number;
}

/** 429 and 503 may ask for a longer wait than the schedule's, never a shorter one. */
const MAY_ASK_TO_WAIT = new Set([429, 503]);

export function decide({ result, failures, delaysSeconds, now, random }: DecideInput): Decision {
  if (!result.error) return { kind: "succeeded" };
  const code = result.response?.code;
  if (code === 410) return { kind: "disabled", reason: "gone" };
  const scheduledMs = nextDelayMs(delaysSeconds, failures + 1, random);
  if (scheduledMs === undefined) return { kind: "exhausted" };
  const askedMs =
    code !== undefined && MAY_ASK_TO_WAIT.has(code)
      ? parseRetryAfter(headerOf(result.response?.headers ?? [], "retry-after"), now)
      : undefined;
  return { kind: "retry", delayMs: Math.max(scheduledMs, askedMs ?? 0) };
}
