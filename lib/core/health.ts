/**
 * How a webhook is doing, and what that rests on, from its counters, what was counted lately, and a moment. Health is an
 * observation; status is a decision.
 */
import { disablePlan } from "./auto-disable";
import type { AutoDisable } from "./auto-disable-schema";
import { percentilesMs } from "./latency";
import type { HealthState, Health } from "./health-schema";

/** In a row. */
const FAILING_AFTER = 5;
/** Of the attempts of the last hour: below, with so many at least, it is degraded. */
const DEGRADED_BELOW = 0.95;
const DEGRADED_MIN_ATTEMPTS = 10;
/** Of its timeout, for one answer in twenty: a little slower, and it fails. */
const SLOW_SHARE = 0.8;

/** What was counted over a span of time. */
export interface HealthWindow {
  attempts: number;
  succeeded: number;
  /** Response code, or the error where there was none → attempts. */
  results: Readonly<Record<string, number>>;
  averageMs: number | null;
  /** Bucket → attempts. */
  latencies: ReadonlyMap<number, number>;
}

export interface HealthDay extends HealthWindow {
  /** `at` in Unix milliseconds. */
  hourly: readonly { at: number; attempts: number; succeeded: number }[];
}

export interface HealthFacts {
  status: "active" | "paused" | "disabled";
  timeoutMs: number;
  hits: number;
  /** Since the last success, or since it was resumed. */
  consecutiveFailures: number;
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  exhaustedAt: Date | null;
  resumedAt: Date | null;
  /** When its owner was told that it fails. */
  warnedAt: Date | null;
  /** Of the receiver's certificate, as last seen. */
  tlsExpiresAt?: Date | null;
  autoDisable: AutoDisable;
  day: HealthDay;
  hour: HealthWindow;
}

/** Of a paused webhook it is what it was. */
export function healthOf(facts: HealthFacts, now: Date): Omit<Health, "evidence"> {
  const { status, day, hour, timeoutMs } = facts;
  const state = stateOf(facts);
  return {
    state,
    successRate: day.attempts === 0 ? null : day.succeeded / day.attempts,
    averageMs: day.averageMs,
    latencyMs: percentilesMs(day.latencies, timeoutMs),
    lastDay: { attempts: day.attempts, succeeded: day.succeeded },
    hourly: day.hourly.map(({ at, ...counts }) => ({ at: new Date(at).toISOString(), ...counts })),
    lastHour: {
      attempts: hour.attempts,
      succeeded: hour.succeeded,
      p95Ms: percentilesMs(hour.latencies, timeoutMs)?.p95 ?? null,
    },
    failures: failuresOf(facts),
    consecutiveFailures: facts.consecutiveFailures,
    failingSince: iso(facts.failingSince),
    lastSuccessAt: iso(facts.lastSuccessAt),
    lastFailureAt: iso(facts.lastFailureAt),
    resumedAt: iso(facts.resumedAt),
    disables: state === "failing" && status === "active" ? disablesOf(facts, now) : null,
    tlsExpiresAt: iso(facts.tlsExpiresAt ?? null),
  };
}

function stateOf(facts: HealthFacts): HealthState {
  const { status, consecutiveFailures, failingSince, warnedAt, resumedAt, lastSuccessAt, lastFailureAt } = facts;
  if (status === "disabled") return "disabled";
  // Where the owner was told that it fails, it does until something succeeds, however few attempts there are.
  if (consecutiveFailures >= FAILING_AFTER || (warnedAt && failingSince)) return "failing";
  const isUntried = resumedAt && (!lastSuccessAt || lastSuccessAt < resumedAt);
  // Tests are hits, and say nothing of how events are taken.
  const hasOnlyTests = !lastSuccessAt && !lastFailureAt;
  if (hasOnlyTests || isUntried) return "unknown";
  return isDegraded(facts) ? "degraded" : "healthy";
}

/** Whether nothing has succeeded for a day. */
export const hasOnlyFailed = ({
  consecutiveFailures,
  lastDay,
}: Pick<Health, "consecutiveFailures"> & { lastDay: Pick<Health["lastDay"], "succeeded"> }) =>
  consecutiveFailures > 0 && lastDay.succeeded === 0;

/** Of a degraded webhook: whether that is for its slow answers alone. */
export const isSlow = (health: Pick<Health, "consecutiveFailures" | "lastDay" | "lastHour">) =>
  !hasOnlyFailed(health) && !isOftenFailing(health.lastHour);

const isOftenFailing = ({ attempts, succeeded }: Pick<HealthWindow, "attempts" | "succeeded">) =>
  succeeded / attempts < DEGRADED_BELOW;

function isDegraded({ hour, day, consecutiveFailures, timeoutMs }: HealthFacts): boolean {
  if (hasOnlyFailed({ consecutiveFailures, lastDay: day })) return true;
  if (hour.attempts < DEGRADED_MIN_ATTEMPTS) return false;
  return isOftenFailing(hour) || (percentilesMs(hour.latencies, timeoutMs)?.p95 ?? 0) > SLOW_SHARE * timeoutMs;
}

/** Of the last hour where that holds all that failed in a row, else of the last day. */
function failuresOf({ hour, day, consecutiveFailures }: HealthFacts): Health["failures"] {
  const isWithinHour = hour.attempts - hour.succeeded >= Math.max(consecutiveFailures, 1);
  return Object.entries(isWithinHour ? hour.results : day.results)
    .filter(([result]) => !/^2\d\d$/.test(result))
    .map(([result, count]) => ({ result, count }))
    .toSorted((a, b) => b.count - a.count || (a.result < b.result ? -1 : 1));
}

function disablesOf(facts: HealthFacts, now: Date): Health["disables"] {
  const { autoDisable, failingSince, warnedAt } = facts;
  const plan = disablePlan(autoDisable, facts, warnedAt, now);
  if (!failingSince || !plan?.disableAt) return null;
  const wholeMs = plan.disableAt.getTime() - failingSince.getTime();
  const progress = Math.min(Math.max((now.getTime() - failingSince.getTime()) / wholeMs, 0), 1);
  const { disableAt, waitsForFailure } = plan;
  return { at: disableAt.toISOString(), warnedAt: iso(warnedAt), progress, waitsForFailure };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
