import { formatWait } from "./duration";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "just now", "41 s ago", "5 min ago", "3 h ago", "in 1 min 46 s"; past a day either way, the date. */
export function formatRelative(at: number, now: number, timeZone?: string): string {
  const ago = now - at;
  if (Math.abs(ago) >= DAY) return formatDate(at, timeZone);
  if (ago <= -1_000) return `in ${formatWait(-ago)}`;
  if (ago < 1_000) return "just now";
  if (ago < MINUTE) return `${Math.floor(ago / 1_000)} s ago`;
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`;
  return `${Math.floor(ago / HOUR)} h ago`;
}

/** 10 Jan 2026 */
export function formatDate(at: number, timeZone?: string): string {
  return formatter({ dateStyle: "medium", timeZone }).format(at);
}

/** 14:04:46 */
export function formatClock(at: number, timeZone?: string): string {
  return formatter({ timeStyle: "medium", timeZone }).format(at);
}

/** 25 Mar 2026, 14:04:46 UTC */
export function formatExact(at: number, timeZone?: string): string {
  return formatter({ ...exact, timeZone }).format(at);
}

/** 25 Mar 2026, 14:04:46.254 UTC */
export function formatMillis(at: number, timeZone?: string): string {
  return formatter({ ...exact, fractionalSecondDigits: 3, timeZone }).format(at);
}

/** Within six days "Tue 14:05", else "24 Mar, 14:05", and the year where it is another one. */
export function formatMoment(at: number, now: number, timeZone?: string): string {
  const { weekday, day, month, year, hour, minute } = momentPartsOf(at, timeZone);
  const clock = `${hour}:${minute}`;
  if (Math.abs(now - at) < 6 * DAY) return `${weekday} ${clock}`;
  const isThisYear = momentPartsOf(now, timeZone)["year"] === year;
  return `${day} ${month}${isThisYear ? "" : ` ${year}`}, ${clock}`;
}

function momentPartsOf(at: number, timeZone?: string): Record<string, string> {
  const parts = formatter({ ...exact, weekday: "short", timeZone }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
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

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it. */
function formatter(options: Intl.DateTimeFormatOptions & { timeZone: string | undefined }): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat("en-GB", options);
  formatters.set(key, known);
  return known;
}
