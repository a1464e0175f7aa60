/** The last 24 hours of a webhook as bars, and as a sentence for whoever can't see those. */
import type { Translate } from "@/lib/core/messages/translate";
import type { Health } from "@/lib/core/health-schema";

export type Hour = Health["hourly"][number];

export interface Bar {
  hour: Hour;
  /** Of the chart's height, from the bottom: failures, then what succeeded. Both 0 where nothing was sent. */
  failed: number;
  succeeded: number;
}

/** Nothing that happened is too small to be seen. */
const MIN_SHARE = 0.08;

/** As high as the busiest hour. */
export function barsOf(hourly: readonly Hour[]): Bar[] {
  const most = Math.max(...hourly.map(({ attempts }) => attempts), 1);
  return hourly.map((hour) => {
    const { attempts } = hour;
    if (attempts === 0) return { hour, failed: 0, succeeded: 0 };
    const whole = Math.max(attempts / most, 2 * MIN_SHARE);
    const share = (attempts - hour.succeeded) / attempts;
    const failed = share === 0 || share === 1 ? whole * share : clamp(whole * share, MIN_SHARE, whole - MIN_SHARE);
    return { hour, failed, succeeded: whole - failed };
  });
}

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

type HealthTranslate = Translate<"health">;

/**
 * "1,204 of 1,247 attempts succeeded; failures in 3 hours, the last of them from Tue 14:00; nothing was sent in 5 hours"
 * @param formatAt of an ISO 8601 instant
 */
export function hoursWords(t: HealthTranslate, hourly: readonly Hour[], formatAt: (at: string) => string): string {
  const sent = hourly.filter(({ attempts }) => attempts > 0);
  if (sent.length === 0) return t("day.nothing");
  const failing = hourly.filter(({ attempts, succeeded }) => succeeded < attempts);
  const last = failing.at(-1);
  const quiet = hourly.length - sent.length;
  return [
    t("day.ofAttempts", { attempts: sumOf(sent, "attempts"), succeeded: sumOf(sent, "succeeded") }),
    ...(last ? [failuresWords(t, failing.length, formatAt(last.at))] : []),
    ...(quiet > 0 ? [t("day.quiet", { count: quiet })] : []),
  ].join("; ");
}

const failuresWords = (t: HealthTranslate, count: number, at: string) =>
  count === 1 ? t("day.failuresOnce", { at }) : t("day.failures", { count, at });

const sumOf = (all: readonly Hour[], field: "attempts" | "succeeded") =>
  all.reduce((sum, hour) => sum + hour[field], 0);
