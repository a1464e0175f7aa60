import { describe, expect, it } from "vitest";
import { delaysOf, nextDelayMs, parseRetryAfter, RETRY_PRESETS, type RetryPreset } from "./retry";

const MIN = 60;
const H = 3600;

describe("a schedule", () => {
  it.each<[RetryPreset, number[]]>([
    ["sydx", [5, 30, 2 * MIN]],
    ["sidecar", [10, 30, MIN, 2 * MIN, 4 * MIN]],
    ["aisync", [30, 2 * MIN, 8 * MIN, 32 * MIN]],
    ["standard", [5, 5 * MIN, 30 * MIN, 2 * H, 5 * H, 10 * H, 14 * H, 20 * H, 24 * H]],
  ])("named %s is the documented one", (preset, delaysSeconds) => {
    expect(delaysOf({ preset, delaysSeconds: [999] })).toEqual(delaysSeconds);
  });

  it("of a webhook's own is used as it is", () => {
    expect(delaysOf({ preset: null, delaysSeconds: [1, 2, 3] })).toEqual([1, 2, 3]);
    expect(delaysOf({ preset: null, delaysSeconds: [] })).toEqual([]);
  });

  it("gives each delay in turn, then ends", () => {
    const waits = [1, 2, 3, 4, 5].map((failures) => nextDelayMs(RETRY_PRESETS.sydx, failures, 0));
    expect(waits).toEqual([5_000, 30_000, 120_000, undefined, undefined]);
  });

  it("that is empty ends after the first attempt", () => {
    expect(nextDelayMs([], 1, 0)).toBeUndefined();
  });
});

describe("jitter", () => {
  it.each(Object.entries(RETRY_PRESETS))("of %s never makes a retry early, nor more than 10 %% late", (_, delays) => {
    delays.forEach((seconds, index) => {
      const waits = [0, 0.25, 0.5, 0.75, 1 - 2 ** -53].map((random) => nextDelayMs(delays, index + 1, random) ?? NaN);
      for (const ms of waits) {
        expect(ms).toBeGreaterThanOrEqual(seconds * 1000);
        expect(ms).toBeLessThanOrEqual(seconds * 1100 + 1);
        expect(ms).toBe(Math.round(ms));
      }
      expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      expect(new Set(waits).size).toBe(waits.length);
    });
  });
});

describe("Retry-After", () => {
  const now = new Date("2026-03-25T08:22:50.254Z");
  const DAY_MS = 24 * H * 1000;
  it.each([
    ["seconds", "120", 120_000],
    ["seconds with blanks around", " 7 ", 7_000],
    ["zero", "0", 0],
    ["a date", "Wed, 25 Mar 2026 08:23:50 GMT", 59_746],
    ["a date in the past", "Wed, 25 Mar 2026 08:00:00 GMT", 0],
    ["24 h and not a second more", "86400", DAY_MS],
    ["seconds beyond 24 h", "86401", DAY_MS],
    ["absurdly many seconds", "999999999999999", DAY_MS],
    ["a date beyond 24 h", "Fri, 27 Mar 2026 08:22:50 GMT", DAY_MS],
    ["nothing", "", undefined],
    ["a word", "soon", undefined],
    ["a number that is none", "NaN", undefined],
    ["an impossible date", "Wed, 99 Mar 2026 08:23:50 GMT", undefined],
    ["no header", undefined, undefined],
  ])("%s", (_, value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });

  it.each(["-5", "1.5", "5 minutes", "1e3"])("%j is never read as a wait longer than nothing", (value) => {
    expect(parseRetryAfter(value, now) ?? 0).toBe(0);
  });
});
