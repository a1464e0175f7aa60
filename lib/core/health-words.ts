/** What a webhook's health rests on, in one sentence: "last success Tue 14:05; 37 of 37 attempts since failed with 401". */
import { hasOnlyFailed, isSlow, type Health } from "./health";

type Observed = Omit<Health, "evidence">;
/** Of an ISO 8601 instant; the zone is the caller's. */
type FormatAt = (at: string) => string;

const REASONS: Record<string, string> = {
  gone: "its receiver answered 410 Gone",
  secret_unreadable: "its secret can't be read any more",
  failing_too_long: "it failed for too long",
};

/** "its receiver answered 410 Gone" */
export const disabledBecause = (reason: string | null) =>
  REASONS[reason ?? ""] ?? reason ?? "for a reason nobody noted";

/**
 * @param disabledReason of a disabled webhook
 * @returns no capital at its beginning, no full stop at its end
 */
export function evidenceWords(health: Observed, disabledReason: string | null, formatAt: FormatAt): string {
  switch (health.state) {
    case "unknown":
      return untried(health, formatAt);
    case "healthy":
      return lately(health, formatAt);
    case "degraded":
      return degraded(health, formatAt);
    case "failing":
      return failureWords(health, formatAt);
    case "disabled":
      return health.consecutiveFailures > 0 && disabledReason === "failing_too_long"
        ? failureWords(health, formatAt)
        : disabledBecause(disabledReason);
  }
}

function untried(health: Observed, formatAt: FormatAt): string {
  if (health.consecutiveFailures > 0) return failureWords(health, formatAt);
  return health.resumedAt ? `resumed ${formatAt(health.resumedAt)}; not tried since` : "nothing was sent yet";
}

function lately({ lastDay, lastSuccessAt }: Observed, formatAt: FormatAt): string {
  if (lastDay.attempts > 0) return `${ofAll(lastDay)} of the last 24 h succeeded`;
  return lastSuccessAt ? `last success ${formatAt(lastSuccessAt)}` : "nothing was sent lately";
}

function degraded(health: Observed, formatAt: FormatAt): string {
  const { lastHour } = health;
  if (hasOnlyFailed(health)) return failureWords(health, formatAt);
  if (!isSlow(health)) return `${ofAll(lastHour)} of the last hour succeeded`;
  return `one answer in twenty of the last hour took ${((lastHour.p95Ms ?? 0) / 1000).toFixed(1)} s or more`;
}

/** "last success Tue 14:05; 37 of 37 attempts since failed with 401" */
export function failureWords(
  { lastSuccessAt, resumedAt, failingSince, consecutiveFailures: count, failures }: Observed,
  at: FormatAt,
) {
  const ended = `failed${howOf(failures)}`;
  const attempts = `${number(count)} of ${number(count)} ${count === 1 ? "attempt" : "attempts"}`;
  if (resumedAt && (!lastSuccessAt || resumedAt > lastSuccessAt)) {
    return `resumed ${at(resumedAt)}; ${attempts} since ${ended}`;
  }
  if (lastSuccessAt) return `last success ${at(lastSuccessAt)}; ${attempts} since ${ended}`;
  return `no success yet; ${attempts}${failingSince ? ` since ${at(failingSince)}` : ""} ${ended}`;
}

/** " with 401", " mostly by timeout" */
function howOf([most, ...others]: Health["failures"]): string {
  if (!most) return "";
  const how = /^\d+$/.test(most.result) ? `with ${most.result}` : `by ${ERRORS[most.result] ?? most.result}`;
  return others.length > 0 ? `, mostly ${how}` : ` ${how}`;
}

const ERRORS: Record<string, string> = {
  dns: "an unknown host",
  blocked_address: "a blocked address",
  refused: "a refused connection",
  reset: "a broken connection",
  tls: "a TLS error",
  bad_response: "an answer that wasn't HTTP",
};

const ofAll = ({ attempts, succeeded }: { attempts: number; succeeded: number }) =>
  `${number(succeeded)} of ${number(attempts)} ${attempts === 1 ? "attempt" : "attempts"}`;

const number = (value: number) => value.toLocaleString("en");

const UTC = new Intl.DateTimeFormat("en-GB", {
  ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  timeZone: "UTC",
});

/** "Tue 24 Mar, 14:05 UTC" */
export const formatUtc = (at: string) => `${UTC.format(Date.parse(at))} UTC`;
