/** Quiet hours: the part of a day, by a clock on somebody's wall, in which what can wait waits. */
import { z } from "zod";

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time of day, like 22:00.")
  .meta({ examples: ["22:00"] });

export const quietHoursSchema = z
  .strictObject({
    from: clock,
    until: clock.describe("Past midnight where it is before `from`."),
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, "Give an IANA time zone, like Europe/Berlin.")
      .meta({ description: "An IANA time zone.", examples: ["Europe/Berlin"] }),
  })
  .refine(({ from, until }) => from !== until, { path: ["until"], error: "Give another time than from." });
export type QuietHours = z.infer<typeof quietHoursSchema>;

function isTimeZone(name: string): boolean {
  // Offsets are no zones: they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** @returns when they end, where they are now; undefined where it isn't quiet */
export function quietUntil({ from, until, timeZone }: QuietHours, now: Date): Date | undefined {
  const isQuiet = (minute: number) => {
    const [start, end] = [minutesOf(from), minutesOf(until)];
    return start < end ? minute >= start && minute < end : minute >= start || minute < end;
  };
  const wall = wallClock(timeZone);
  const local = wall(now);
  if (!isQuiet(local)) return undefined;
  const rest = (minutesOf(until) - local + DAY_MINUTES) % DAY_MINUTES;
  const end = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + rest * MINUTE_MS;
  // Clocks that are put forward or back meanwhile make the night shorter or longer.
  const shift = minutesOf(until) - wall(new Date(end));
  const wrapped = ((shift + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2;
  const mended = end + wrapped * MINUTE_MS;
  return new Date(mended > now.getTime() ? mended : end);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** @returns minutes since midnight, as clocks in the zone show them */
function wallClock(timeZone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (at) => minutesOf(format.format(at));
}
