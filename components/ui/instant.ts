import { formatWait } from "./duration";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a language says how far away something is. */
export interface RelativeWords {
  now: string;
  ago: (span: string) => string;
  ahead: (span: string) => string;
}

/** "just now", "41 s ago", "5 min ago", "3 h ago", "in 1 min 46 s"; past a day either way, the date. */
export function formatRelative(
  at: number,
  now: number,
  words: RelativeWords,
  timeZone?: string,
  locale?: string,
): string {
  const ago = now - at;
  if (Math.abs(ago) >= DAY) return formatDate(at, timeZone, locale);
  if (ago <= -1_000) return words.ahead(formatWait(-ago));
  if (ago < 1_000) return words.now;
  if (ago < MINUTE) return words.ago(`${Math.floor(ago / 1_000)} s`);
  if (ago < HOUR) return words.ago(`${Math.floor(ago / MINUTE)} min`);
  return words.ago(`${Math.floor(ago / HOUR)} h`);
}

/** 10 Jan 2026 */
export function formatDate(at: number, timeZone?: string, locale?: string): string {
  return formatter({ dateStyle: "medium", timeZone }, locale).format(at);
}

/** 14:04:46 */
export function formatClock(at: number, timeZone?: string, locale?: string): string {
  return formatter({ timeStyle: "medium", timeZone }, locale).format(at);
}

/** 25 Mar 2026, 14:04:46 UTC */
export function formatExact(at: number, timeZone?: string, locale?: string): string {
  return formatter({ ...exact, timeZone }, locale).format(at);
}

/** 25 Mar 2026, 14:04:46.254 UTC */
export function formatMillis(at: number, timeZone?: string, locale?: string): string {
  return formatter({ ...exact, fractionalSecondDigits: 3, timeZone }, locale).format(at);
}

/** Within six days "Tue 14:05", else "24 Mar, 14:05", and the year where it is another one. */
export function formatMoment(at: number, now: number, timeZone?: string, locale?: string): string {
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  if (Math.abs(now - at) < 6 * DAY) {
    const weekday = formatter({ weekday: "short", timeZone }, locale).format(at);
    return `${weekday} ${formatter({ ...clock, timeZone }, locale).format(at)}`;
  }
  const yearOf = formatter({ year: "numeric", timeZone }, locale);
  const year = yearOf.format(at) === yearOf.format(now) ? undefined : "numeric";
  return formatter({ day: "numeric", month: "short", year, ...clock, timeZone }, locale).format(at);
}

/** The zone as its place and its distance from UTC at that instant: "Asia/Kolkata (GMT+5:30)", or "UTC". */
export function zoneName(at: number, timeZone?: string): string {
  const format = formatter({ timeZoneName: "shortOffset", timeZone });
  const place = format.resolvedOptions().timeZone;
  const offset = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
  return place === "UTC" || offset === undefined ? place : `${place} (${offset})`;
}

const exact = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
} as const;

type Options = { [Name in keyof Intl.DateTimeFormatOptions]: Intl.DateTimeFormatOptions[Name] | undefined };

/** Days before months, and hours of 24. */
const REGIONS: Partial<Record<string, string>> = { en: "en-GB" };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it. */
function formatter(options: Options, locale = "en"): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(REGIONS[locale] ?? locale, options);
  formatters.set(key, known);
  return known;
}
