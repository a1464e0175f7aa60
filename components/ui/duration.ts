const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "84 ms", "5.0 s", "2 min 35 s", "3 h 5 min", "2 d 4 h". */
export function formatDuration(ms: number, locale = "en"): string {
  if (Math.round(ms) < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE - 50) return `${formatFixed(ms / SECOND, locale)} s`;
  return formatWait(ms);
}

/** The same without fractions, for countdowns: "14 s", "1 min 46 s". */
export function formatWait(ms: number): string {
  const seconds = Math.round(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return pair(seconds, 60, "min", "s");
  if (seconds < 86_400) return pair(Math.round(seconds / 60), 60, "h", "min");
  return pair(Math.round((seconds * SECOND) / HOUR), DAY / HOUR, "d", "h");
}

const formatFixed = (value: number, locale: string) =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function pair(total: number, base: number, big: string, small: string): string {
  const rest = total % base;
  const head = `${Math.floor(total / base)} ${big}`;
  return rest === 0 ? head : `${head} ${rest} ${small}`;
}
