/** Whether an alert rule fires for a webhook: the rule, what is known, and a moment in; evidence, or nothing, out. */
import type { AlertCondition } from "./alert-condition";
import { percentileMs } from "./latency";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What a rule may ask about a webhook; what its kind doesn't ask for needn't be there. */
export interface AlertFacts {
  createdAt: Date;
  consecutiveFailures: number;
  lastSuccessAt: Date | null;
  /** Of the receiver's certificate. */
  tlsExpiresAt: Date | null;
  /** Of the rule's window. */
  attempts?: { count: number; succeeded: number } | undefined;
  /** Of the rule's window: bucket → attempts. */
  latencies?: ReadonlyMap<number, number> | undefined;
  /** Of the rule's event type, since one last succeeded. */
  failuresOfType?: number | undefined;
  /** Since when the delivery that waits longest is due. */
  dueSince?: Date | undefined;
  /** When there was last an event that the rule asks about; undefined where that is longer ago than it asks. */
  lastEventAt?: Date | undefined;
}

/** A sentence for people, without a full stop, and what it rests on. */
export interface Evidence {
  evidence: string;
  [fact: string]: unknown;
}

/** @returns undefined where it doesn't fire */
export function evaluate(condition: AlertCondition, facts: AlertFacts, now: Date): Evidence | undefined {
  switch (condition.kind) {
    case "repeated_failures":
      return repeatedFailures(condition, facts);
    case "success_rate":
      return successRate(condition, facts);
    case "event_type_failing":
      return eventTypeFailing(condition, facts);
    case "latency_p95":
      return slow(condition, facts);
    case "backlog_age":
      return oldBacklog(condition, facts, now);
    case "silence":
      return silence(condition, facts, now);
    case "certificate":
      return certificate(condition, facts, now);
  }
}

/**
 * Whether what a rule fired for is known to be over, and not only no longer seen: without traffic nothing has been mended.
 * @param since when it fired
 */
export function isMended({ kind }: AlertCondition, { lastSuccessAt }: AlertFacts, since: Date): boolean {
  switch (kind) {
    case "repeated_failures":
    case "success_rate":
    case "event_type_failing":
    case "latency_p95":
      return lastSuccessAt !== null && lastSuccessAt > since;
    default:
      return true;
  }
}

type Of<Kind> = Extract<AlertCondition, { kind: Kind }>;

function repeatedFailures({ count }: Of<"repeated_failures">, facts: AlertFacts): Evidence | undefined {
  const { consecutiveFailures, lastSuccessAt } = facts;
  if (consecutiveFailures < count) return undefined;
  return { evidence: `${times(consecutiveFailures, "attempt")} failed in a row`, consecutiveFailures, lastSuccessAt };
}

function successRate(condition: Of<"success_rate">, { attempts }: AlertFacts): Evidence | undefined {
  const { belowPercent, windowMinutes, minimumAttempts } = condition;
  if (!attempts || attempts.count < minimumAttempts) return undefined;
  const { count, succeeded } = attempts;
  if (succeeded * 100 >= belowPercent * count) return undefined;
  // Rounded down: what is below 95 % is never told as 95.0 %.
  const percent = Math.floor((succeeded / count) * 1000) / 10;
  const words = `${number(succeeded)} of ${times(count, "attempt")} succeeded within ${span(windowMinutes)}: ${percent} %`;
  return { evidence: words, attempts: count, succeeded, percent };
}

function eventTypeFailing(
  condition: Of<"event_type_failing">,
  { failuresOfType = 0 }: AlertFacts,
): Evidence | undefined {
  const { eventType, count } = condition;
  if (failuresOfType < count) return undefined;
  const words = `${times(failuresOfType, "attempt")} of ${eventType} failed since one last succeeded`;
  return { evidence: words, eventType, failures: failuresOfType };
}

function slow(condition: Of<"latency_p95">, { latencies }: AlertFacts): Evidence | undefined {
  const { aboveMs, windowMinutes, minimumAttempts } = condition;
  const count = [...(latencies?.values() ?? [])].reduce((sum, each) => sum + each, 0);
  const p95 = latencies && percentileMs(latencies, 0.95);
  if (p95 === undefined || count < minimumAttempts || p95 <= aboveMs) return undefined;
  const words = `95 % of ${times(count, "attempt")} within ${span(windowMinutes)} took up to ${number(Math.round(p95))} ms`;
  return { evidence: words, p95, attempts: count };
}

function oldBacklog(condition: Of<"backlog_age">, { dueSince }: AlertFacts, now: Date): Evidence | undefined {
  if (!dueSince) return undefined;
  const seconds = (now.getTime() - dueSince.getTime()) / 1000;
  if (seconds < condition.olderThanSeconds) return undefined;
  return { evidence: `A delivery has been due for ${span(seconds / 60)} and wasn't sent`, dueSince };
}

function silence(condition: Of<"silence">, facts: AlertFacts, now: Date): Evidence | undefined {
  const { forMinutes, eventTypes } = condition;
  const { createdAt, lastEventAt } = facts;
  const quietSince = lastEventAt && lastEventAt > createdAt ? lastEventAt : createdAt;
  if (now.getTime() - quietSince.getTime() < forMinutes * MINUTE_MS) return undefined;
  const what = eventTypes ? `No ${list(eventTypes)}` : "No event";
  return { evidence: `${what} for ${span(forMinutes)} or longer`, lastEventAt: lastEventAt ?? null };
}

function certificate({ days }: Of<"certificate">, { tlsExpiresAt }: AlertFacts, now: Date): Evidence | undefined {
  if (!tlsExpiresAt) return undefined;
  const left = tlsExpiresAt.getTime() - now.getTime();
  if (left >= days * DAY_MS) return undefined;
  const day = tlsExpiresAt.toISOString().slice(0, 10);
  const words =
    left <= 0
      ? `The receiver's certificate expired on ${day}`
      : `The receiver's certificate expires on ${day}, in ${span(left / MINUTE_MS)}`;
  return { evidence: words, tlsExpiresAt };
}

const number = (value: number) => value.toLocaleString("en");
const times = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? "" : "s"}`;
const list = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;

/** `45 minutes`, `2 hours`, `5 days`: whole ones, rounded down. */
function span(minutes: number): string {
  if (minutes >= 2 * 1440) return times(Math.floor(minutes / 1440), "day");
  if (minutes >= 120) return times(Math.floor(minutes / 60), "hour");
  return minutes < 1 ? "less than a minute" : times(Math.floor(minutes), "minute");
}
