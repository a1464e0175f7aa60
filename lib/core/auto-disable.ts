/**
 * When a webhook that only fails is disabled, and when its owner is warned: computed from stored moments, so that whoever
 * asks, and whenever, gets the same answer. A warning always precedes.
 */
import type { FormatName } from "./formats";
import { DAY_SECONDS } from "./auto-disable-limits";
import type { AutoDisable } from "./auto-disable-schema";

const DAY_MS = DAY_SECONDS * 1000;
/** Between the warning and the end, at least; less only where the policy itself leaves less. */
const WARNING_MS = DAY_MS;
/** Who has not been tried for longer may have been mended since: the next failure decides. */
const TRIED_WITHIN_MS = DAY_MS;

export interface DisableSpans {
  /** Since it began to fail. */
  noticeAfterSeconds: number;
  disableAfterSeconds: number;
}

export const PATIENT: DisableSpans = { noticeAfterSeconds: 3600, disableAfterSeconds: 5 * DAY_SECONDS };

/** What is in force: the webhook's own, else the account's, else what goes with the format. */
export function autoDisableOf(own: AutoDisable | null, account: AutoDisable | null, format: FormatName): AutoDisable {
  return own ?? account ?? { preset: format === "sidecar" ? "sidecar" : "patient" };
}

/** As `webhook_health` keeps it. */
export interface FailingCounters {
  /** The first failure since the last success. */
  failingSince: Date | null;
  /** When the first delivery since the last success had used up its retries. */
  exhaustedAt: Date | null;
  lastFailureAt: Date | null;
}

export interface DisablePlan {
  /** When its owner is to be told. */
  noticeAt: Date;
  /** Null where it is never disabled. */
  disableAt: Date | null;
  /** Its moment has come, but it has not been tried lately: the next failure disables it. */
  waitsForFailure: boolean;
}

/**
 * @param warnedAt when its owner was told that it fails; null for not yet
 * @returns null where there is nothing to count down: it doesn't fail, or, where exhausted retries are what counts, none are
 */
export function disablePlan(
  policy: AutoDisable,
  counters: FailingCounters,
  warnedAt: Date | null,
  now: Date,
): DisablePlan | null {
  const { failingSince, exhaustedAt, lastFailureAt } = counters;
  if (!failingSince) return null;
  const preset = "preset" in policy ? policy.preset : undefined;
  if (preset === "sidecar") {
    if (!exhaustedAt) return null;
    const toldAt = warnedAt ?? later(exhaustedAt, now);
    return { noticeAt: exhaustedAt, disableAt: after(toldAt, WARNING_MS), waitsForFailure: false };
  }
  const { noticeAfterSeconds, disableAfterSeconds } = "preset" in policy ? PATIENT : policy;
  const noticeAt = after(failingSince, noticeAfterSeconds * 1000);
  if (preset === "off") return { noticeAt, disableAt: null, waitsForFailure: false };
  const warningMs = Math.min(WARNING_MS, (disableAfterSeconds - noticeAfterSeconds) * 1000);
  const toldAt = warnedAt ?? later(noticeAt, now);
  const disableAt = later(after(failingSince, disableAfterSeconds * 1000), after(toldAt, warningMs));
  const isTried = lastFailureAt !== null && lastFailureAt >= after(disableAt, -TRIED_WITHIN_MS);
  return { noticeAt, disableAt, waitsForFailure: disableAt <= now && !isTried };
}

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
const later = (a: Date, b: Date) => (a > b ? a : b);
