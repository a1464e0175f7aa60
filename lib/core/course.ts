/**
 * What is to be done next about a webhook that fails, is disabled, or works again: one step at a time, from what is stored
 * and a moment. Whoever looks, and how late, the steps come in the same order: warned before disabled, probed before recovered.
 */
import { disablePlan, type FailingCounters } from "./auto-disable";
import type { AutoDisable } from "./auto-disable-schema";

export const PROBE_EVERY_MS = 15 * 60_000;

export interface CourseFacts extends FailingCounters {
  isDeleted: boolean;
  status: "active" | "paused" | "disabled";
  disabledReason: string | null;
  disabledAt: Date | null;
  resumedAt: Date | null;
  lastSuccessAt: Date | null;
  autoDisable: AutoDisable;
  autoRecover: boolean;
  /** Incidents that are open. */
  failing: { since: Date; noticedAt: Date | null; disablesAt: Date | null } | null;
  disabled: { since: Date } | null;
  /** The last time that a delivery was let out. */
  probedAt: Date | null;
  probe: Probe | null;
}

/** What became of the delivery that was let out: nothing yet; what can't be sent any more is `gone`. */
export type Probe = "waiting" | "succeeded" | "failed" | "answered_gone" | "lost";

export type Step =
  /** Its owner is told that it fails, and when it will be disabled. */
  | { kind: "warn"; disablesAt: Date | null }
  /** It is disabled later than was said, or not at all: what was said no longer counts as a warning. */
  | { kind: "postpone"; disablesAt: Date | null }
  | { kind: "disable" }
  /** It was disabled by what it answered, or as nothing could be signed for it: its owner is told. */
  | { kind: "tell_disabled" }
  /** Something succeeded since. */
  | { kind: "recovered" }
  /** Nobody has to hear how it ended. */
  | { kind: "close" }
  | { kind: "probe" }
  | { kind: "end_probe"; isGone: boolean }
  | { kind: "recover" };

/** @returns undefined where there is nothing to do now */
export function nextStep(facts: CourseFacts, now: Date): Step | undefined {
  const { isDeleted, status, failing, disabled } = facts;
  if (isDeleted) return failing || disabled ? { kind: "close" } : undefined;
  switch (status) {
    case "active":
      return hasRecovered(facts) ? { kind: "recovered" } : stepWhileFailing(facts, now);
    case "paused":
      return undefined;
    case "disabled":
      return stepWhileDisabled(facts, now);
  }
}

/** What succeeded before it was resumed says nothing. */
function hasRecovered({ failing, disabled, resumedAt, lastSuccessAt }: CourseFacts): boolean {
  const since = failing?.since ?? disabled?.since;
  if (!since || !lastSuccessAt) return false;
  return lastSuccessAt > since && (!resumedAt || lastSuccessAt >= resumedAt);
}

function stepWhileFailing(facts: CourseFacts, now: Date): Step | undefined {
  const { autoDisable, failing } = facts;
  const warnedAt = failing?.noticedAt ?? null;
  const plan = disablePlan(autoDisable, facts, warnedAt, now);
  const said = failing?.disablesAt ?? null;
  if (said && (!plan?.disableAt || plan.disableAt > said)) {
    return { kind: "postpone", disablesAt: plan?.disableAt ?? null };
  }
  if (!plan) return undefined;
  const { noticeAt, disableAt, waitsForFailure } = plan;
  if (!warnedAt) return noticeAt <= now ? { kind: "warn", disablesAt: disableAt } : undefined;
  // The policy was changed since: what was said then is too late a warning.
  const isSooner = disableAt !== null && (!said || disableAt < said);
  if (isSooner) return { kind: "warn", disablesAt: disablePlan(autoDisable, facts, now, now)?.disableAt ?? null };
  return disableAt && disableAt <= now && !waitsForFailure ? { kind: "disable" } : undefined;
}

function stepWhileDisabled(facts: CourseFacts, now: Date): Step | undefined {
  const { probe, probedAt, autoRecover, disabled, disabledAt, disabledReason } = facts;
  if (!disabled || (disabledAt && disabledAt > disabled.since)) return { kind: "tell_disabled" };
  switch (probe) {
    case "succeeded":
      return { kind: "recover" };
    case "failed":
    case "answered_gone":
    case "lost":
      return { kind: "end_probe", isGone: probe === "answered_gone" };
    case "waiting":
      return autoRecover ? undefined : { kind: "end_probe", isGone: false };
    case null: {
      const next = (probedAt ?? disabled.since).getTime() + PROBE_EVERY_MS;
      const isWanted = autoRecover && disabledReason === "failing_too_long";
      return isWanted && next <= now.getTime() ? { kind: "probe" } : undefined;
    }
  }
}
