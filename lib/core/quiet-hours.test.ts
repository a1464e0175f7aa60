import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quietHoursSchema, quietUntil } from "./quiet-hours";

const night = { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" };

describe("quiet hours", () => {
  it.each([
    ["in the evening", night, "2026-03-24T21:30:15Z", "2026-03-25T06:00:00Z"],
    ["as they begin", night, "2026-03-24T21:00:00Z", "2026-03-25T06:00:00Z"],
    ["in the last minute", night, "2026-03-25T05:59:59Z", "2026-03-25T06:00:00Z"],
    ["when they end", night, "2026-03-25T06:00:00Z", undefined],
    ["by day", night, "2026-03-25T12:00:00Z", undefined],
    ["in the night that loses an hour", night, "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"],
    ["in the night that gains an hour", night, "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"],
    ["within a day", { ...night, from: "12:00", until: "13:30" }, "2026-03-25T11:10:00Z", "2026-03-25T12:30:00Z"],
    [
      "in a zone of quarter hours",
      { ...night, timeZone: "Asia/Kathmandu" },
      "2026-03-25T17:00:00Z",
      "2026-03-26T01:15:00Z",
    ],
  ])("%s", (_, hours, now, end) => {
    expect(quietUntil(hours, new Date(now))?.toISOString()).toBe(end && new Date(end).toISOString());
  });

  it("always end, within a day and an hour", () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    });
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
    const hours = fc.record({ from: time, until: time, timeZone: fc.constantFrom(...zones) });
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(hours, instant, (quiet, ms) => {
        fc.pre(quiet.from !== quiet.until);
        const end = quietUntil(quiet, new Date(ms));
        if (!end) return;
        expect(end.getTime()).toBeGreaterThan(ms);
        expect(end.getTime() - ms).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });

  it.each([
    ["an offset for a zone", { timeZone: "+01:00" }],
    ["a zone that isn't", { timeZone: "Mars/Olympus" }],
    ["25 o'clock", { from: "25:00" }],
    ["an end that is the beginning", { until: "22:00" }],
  ])("refuse %s", (_, change) => {
    expect(quietHoursSchema.safeParse({ ...night, ...change }).success).toBe(false);
  });
});
