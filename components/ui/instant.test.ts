import { expect, it } from "vitest";
import { formatClock, formatDate, formatExact, formatMillis, formatMoment, formatRelative, zoneName } from "./instant";

const words = { now: "just now", ago: (span: string) => `${span} ago`, ahead: (span: string) => `in ${span}` };
const now = Date.UTC(2026, 2, 25, 14, 4, 46, 254);

it.each([
  [now, "just now"],
  [now - 41_000, "41 s ago"],
  [now - 119_000, "1 min ago"],
  [now - 3 * 3_600_000, "3 h ago"],
  [now - 25 * 3_600_000, "24 Mar 2026"],
  [now + 106_000, "in 1 min 46 s"],
  [now + 48 * 3_600_000, "27 Mar 2026"],
])("says %d relative to now up to a day, then the date", (at, text) => {
  expect(formatRelative(at, now, words, "UTC")).toBe(text);
});

it("names the zone beside the exact instant", () => {
  expect(formatExact(now, "UTC")).toBe("25 Mar 2026, 14:04:46 UTC");
  expect(formatExact(now, "Asia/Kolkata")).toBe("25 Mar 2026, 19:34:46 GMT+5:30");
  expect(formatMillis(now, "UTC")).toBe("25 Mar 2026, 14:04:46.254 UTC");
  expect(formatClock(now, "UTC")).toBe("14:04:46");
});

it("names a zone with its distance from UTC at that instant", () => {
  expect(zoneName(now, "America/New_York")).toBe("America/New_York (GMT-4)");
  expect(zoneName(now, "Europe/Berlin")).toBe("Europe/Berlin (GMT+1)");
  expect(zoneName(now + 30 * 86_400_000, "Europe/Berlin")).toBe("Europe/Berlin (GMT+2)");
  expect(zoneName(now, "UTC")).toBe("UTC");
});

it.each([
  [now, "Wed 14:04"],
  [now + 5 * 86_400_000, "Mon 14:04"],
  [now - 5.9 * 86_400_000, "Thu 16:28"],
  [now + 6 * 86_400_000, "31 Mar, 14:04"],
  [now - 90 * 86_400_000, "25 Dec 2025, 14:04"],
])("says the moment %d as one would in talking", (at, text) => {
  expect(formatMoment(at, now, "UTC")).toBe(text);
});

it("says moments in the zone of whoever reads", () => {
  expect(formatMoment(Date.UTC(2025, 11, 31, 20, 30), now, "Asia/Kolkata")).toBe("1 Jan, 02:00");
});

it("says instants in German", () => {
  expect(formatExact(now, "UTC", "de")).toBe("25. März 2026, 14:04:46 UTC");
  expect(formatMoment(now, now, "UTC", "de")).toBe("Mi 14:04");
  expect(formatDate(now, "UTC", "de")).toBe("25.03.2026");
});
