/** What becomes of a webhook that keeps failing, in a sentence; and what is wrong with spans of one's own. */
import { PATIENT, type DisableSpans } from "./auto-disable";
import type { AutoDisable } from "./auto-disable-schema";
import { MAX_DISABLE_DAYS, MAX_NOTICE_DAYS } from "./auto-disable-limits";
import type { Translate } from "./messages/translate";
import { formatSeconds } from "./schedule";

type Words = Translate<"form">;

const DAY_SECONDS = 86_400;

/** "Warns after 1 h of nothing but failures, disables after 5 days." Undefined where its spans can't be read. */
export function autoDisableWords(t: Words, policy: AutoDisable): string | undefined {
  const preset = "preset" in policy ? policy.preset : undefined;
  if (preset === "sidecar") return t("disabling.sidecar");
  const spans = "preset" in policy ? PATIENT : policy;
  if (Object.keys(spanProblems(t, spans)).length > 0) return undefined;
  const warned = spanWords(t, spans.noticeAfterSeconds);
  return preset === "off"
    ? t("disabling.never", { warned })
    : t("disabling.disables", { warned, disabled: spanWords(t, spans.disableAfterSeconds) });
}

function spanWords(t: Words, seconds: number): string {
  if (seconds % DAY_SECONDS !== 0) return formatSeconds(seconds);
  return t("disabling.days", { count: seconds / DAY_SECONDS });
}

/** By field, in words for who enters them with units of their own; nothing where both can be taken. */
export function spanProblems(
  t: Words,
  { noticeAfterSeconds, disableAfterSeconds }: DisableSpans,
): Partial<Record<keyof DisableSpans, string>> {
  const notice = isWithin(noticeAfterSeconds, 1, MAX_NOTICE_DAYS)
    ? undefined
    : t("disabling.noticeSpan", { days: MAX_NOTICE_DAYS });
  const disable = isWithin(disableAfterSeconds, 2, MAX_DISABLE_DAYS)
    ? orderProblem(t, noticeAfterSeconds, disableAfterSeconds)
    : t("disabling.disableSpan", { days: MAX_DISABLE_DAYS });
  return {
    ...(notice ? { noticeAfterSeconds: notice } : {}),
    ...(disable ? { disableAfterSeconds: disable } : {}),
  };
}

const isWithin = (seconds: number, min: number, maxDays: number) =>
  Number.isInteger(seconds) && seconds >= min && seconds <= maxDays * DAY_SECONDS;

const orderProblem = (t: Words, noticeAfter: number, disableAfter: number) =>
  disableAfter <= noticeAfter ? t("disabling.order") : undefined;
