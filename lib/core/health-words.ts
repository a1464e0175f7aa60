/** What a webhook's health rests on, in one sentence: "last success Tue 14:05; 37 of 37 attempts since failed with 401". */
import type { Translate } from "./messages/translate";
import { hasOnlyFailed, isSlow } from "./health";
import type { Health } from "./health-schema";

type Observed = Omit<Health, "evidence">;
/** Of an ISO 8601 instant; the zone is the caller's. */
type FormatAt = (at: string) => string;

type HealthTranslate = Translate<"health">;

const REASONS = ["gone", "secret_unreadable", "failing_too_long"] as const;

/** "its receiver answered 410 Gone" */
export function disabledBecause(t: HealthTranslate, reason: string | null): string {
  const known = REASONS.find((one) => one === reason);
  return known ? t(`words.reasons.${known}`) : (reason ?? t("words.reasons.unknown"));
}

/**
 * @param disabledReason of a disabled webhook
 * @returns no capital at its beginning, no full stop at its end
 */
export function evidenceWords(
  t: HealthTranslate,
  health: Observed,
  disabledReason: string | null,
  formatAt: FormatAt,
): string {
  switch (health.state) {
    case "unknown":
      return untried(t, health, formatAt);
    case "healthy":
      return lately(t, health, formatAt);
    case "degraded":
      return degraded(t, health, formatAt);
    case "failing":
      return failureWords(t, health, formatAt);
    case "disabled":
      return health.consecutiveFailures > 0 && disabledReason === "failing_too_long"
        ? failureWords(t, health, formatAt)
        : disabledBecause(t, disabledReason);
  }
}

function untried(t: HealthTranslate, health: Observed, formatAt: FormatAt): string {
  if (health.consecutiveFailures > 0) return failureWords(t, health, formatAt);
  return health.resumedAt ? t("words.untried", { at: formatAt(health.resumedAt) }) : t("words.nothing");
}

function lately(t: HealthTranslate, { lastDay, lastSuccessAt }: Observed, formatAt: FormatAt): string {
  if (lastDay.attempts > 0) return t("words.lastDay", { attempts: lastDay.attempts, succeeded: lastDay.succeeded });
  return lastSuccessAt ? t("words.lastSuccess", { at: formatAt(lastSuccessAt) }) : t("words.lately");
}

function degraded(t: HealthTranslate, health: Observed, formatAt: FormatAt): string {
  const { attempts, succeeded, p95Ms } = health.lastHour;
  if (hasOnlyFailed(health)) return failureWords(t, health, formatAt);
  if (!isSlow(health)) return t("words.lastHour", { attempts, succeeded });
  return t("words.slow", { seconds: (p95Ms ?? 0) / 1000 });
}

/** "last success Tue 14:05; 37 of 37 attempts since failed with 401" */
export function failureWords(
  t: HealthTranslate,
  { lastSuccessAt, resumedAt, failingSince, consecutiveFailures: count, failures }: Observed,
  at: FormatAt,
): string {
  const ended = endedHow(t, failures);
  if (resumedAt && (!lastSuccessAt || resumedAt > lastSuccessAt)) {
    return t("words.sinceResumed", { at: at(resumedAt), count, ended });
  }
  if (lastSuccessAt) return t("words.sinceSuccess", { at: at(lastSuccessAt), count, ended });
  return failingSince
    ? t("words.neverSince", { at: at(failingSince), count, ended })
    : t("words.never", { count, ended });
}

/** "failed with 401", "failed, mostly by timeout" */
function endedHow(t: HealthTranslate, [most, ...others]: Health["failures"]): string {
  if (!most) return t("words.failed");
  const { result } = most;
  const error = ERRORS.find((one) => one === result);
  const how = /^\d+$/.test(result)
    ? t("words.withCode", { code: result })
    : t("words.byError", { error: error ? t(`words.errors.${error}`) : result });
  return others.length > 0 ? t("words.failedMostly", { how }) : t("words.failedHow", { how });
}

const ERRORS = ["dns", "blocked_address", "refused", "reset", "tls", "bad_response", "timeout", "interrupted"] as const;

const UTC = new Intl.DateTimeFormat("en-GB", {
  ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  timeZone: "UTC",
});

/** "Tue 24 Mar, 14:05 UTC" */
export const formatUtc = (at: string) => `${UTC.format(Date.parse(at))} UTC`;
