/** What becomes of a webhook that keeps failing, in a sentence; and what is wrong with spans of one's own. */
import { MAX_DISABLE_DAYS, MAX_NOTICE_DAYS, PATIENT, type AutoDisable, type DisableSpans } from "./auto-disable";
import { formatSeconds } from "./schedule";

const DAY_SECONDS = 86_400;

/** "Warns after 1 h of nothing but failures, disables after 5 days." Undefined where its spans can't be read. */
export function autoDisableWords(policy: AutoDisable): string | undefined {
  const preset = "preset" in policy ? policy.preset : undefined;
  if (preset === "sidecar")
    return "Warns when a delivery has used up its retries, disables 24 h later unless one succeeds.";
  const spans = "preset" in policy ? PATIENT : policy;
  if (Object.keys(spanProblems(spans)).length > 0) return undefined;
  const warned = `Warns after ${spanWords(spans.noticeAfterSeconds)} of nothing but failures`;
  return preset === "off"
    ? `${warned}, never disables.`
    : `${warned}, disables after ${spanWords(spans.disableAfterSeconds)}.`;
}

function spanWords(seconds: number): string {
  if (seconds % DAY_SECONDS !== 0) return formatSeconds(seconds);
  return seconds === DAY_SECONDS ? "1 day" : `${seconds / DAY_SECONDS} days`;
}

/** By field, in words for who enters them with units of their own; nothing where both can be taken. */
export function spanProblems({
  noticeAfterSeconds,
  disableAfterSeconds,
}: DisableSpans): Partial<Record<keyof DisableSpans, string>> {
  const notice = isWithin(noticeAfterSeconds, 1, MAX_NOTICE_DAYS)
    ? undefined
    : `Give a time from 1 s to ${MAX_NOTICE_DAYS} days.`;
  const disable = isWithin(disableAfterSeconds, 2, MAX_DISABLE_DAYS)
    ? orderProblem(noticeAfterSeconds, disableAfterSeconds)
    : `Give a time from 2 s to ${MAX_DISABLE_DAYS} days.`;
  return {
    ...(notice ? { noticeAfterSeconds: notice } : {}),
    ...(disable ? { disableAfterSeconds: disable } : {}),
  };
}

const isWithin = (seconds: number, min: number, maxDays: number) =>
  Number.isInteger(seconds) && seconds >= min && seconds <= maxDays * DAY_SECONDS;

const orderProblem = (noticeAfter: number, disableAfter: number) =>
  disableAfter <= noticeAfter ? "Give more time than until the warning: that always comes first." : undefined;
