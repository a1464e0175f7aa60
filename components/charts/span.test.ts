import { describe, expect, it } from "vitest";
import { customSpan, previousOf, RANGE_NAMES, spanOfRange, zoomedOut, type Span } from "./span";
import { statsRange } from "../../lib/core/stats";
import { STATS_BUCKETS } from "../../lib/core/stats-buckets";

const NOW = Date.parse("2026-03-25T08:22:50.254Z");
const HOUR_MS = 3_600_000;
const barsIn = ({ from, to, bucket }: Span) => (to - from) / STATS_BUCKETS[bucket];
const isTaken = ({ from, to, bucket }: Span) =>
  !(
    "fields" in
    statsRange({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket }, new Date(NOW))
  );

describe("a range", () => {
  it.each(RANGE_NAMES)("of %s is whole buckets up to now, and the server takes it and the one before it", (name) => {
    const span = spanOfRange(name, NOW);
    expect(span.to).toBeGreaterThanOrEqual(NOW);
    expect(span.to - NOW).toBeLessThan(STATS_BUCKETS[span.bucket]);
    expect(Number.isInteger(barsIn(span))).toBe(true);
    expect(barsIn(span)).toBeLessThanOrEqual(100);
    expect(isTaken(span)).toBe(true);
    expect(isTaken(previousOf(span))).toBe(true);
    expect(previousOf(span).to).toBe(span.from);
  });
});

describe("a span of one's own", () => {
  it.each([
    ["2026-03-25T08:00:00Z", "2026-03-25T08:30:00Z", "minute", 30],
    ["2026-03-25T07:58:20Z", "2026-03-25T08:03:00Z", "minute", 5],
    ["2026-03-24T00:00:00Z", "2026-03-25T00:00:00Z", "quarter_hour", 96],
    ["2026-02-25T08:00:00Z", "2026-02-25T08:30:00Z", "hour", 1],
    ["2026-01-01T00:00:00Z", "2026-03-25T00:00:00Z", "day", 83],
    ["2025-04-01T00:00:00Z", "2026-03-25T00:00:00Z", "day", 358],
  ])("from %s to %s is in buckets of a %s", (from, to, bucket, bars) => {
    const span = customSpan(Date.parse(from), Date.parse(to), NOW);
    expect(span?.bucket).toBe(bucket);
    expect(span && barsIn(span)).toBe(bars);
    expect(span && isTaken(span) && isTaken(previousOf(span))).toBe(true);
  });

  it.each([
    [NOW, NOW],
    [NOW, NOW - HOUR_MS],
    [NaN, NOW],
    [NOW - 400 * 24 * HOUR_MS, NOW],
  ])("from %s to %s is none", (from, to) => {
    expect(customSpan(from, to, NOW)).toBeUndefined();
  });
});

it("zooming out shows twice as much, with what was seen in it, and nothing of the future", () => {
  const span = { from: NOW - 10 * HOUR_MS, to: NOW - 8 * HOUR_MS, bucket: "minute" } as const;
  expect(zoomedOut(span, NOW)).toMatchObject({ from: NOW - 11 * HOUR_MS, to: NOW - 7 * HOUR_MS });
  const latest = spanOfRange("1h", NOW);
  expect(zoomedOut(latest, NOW)).toMatchObject({ from: latest.from - HOUR_MS, to: latest.to });
});

it("shows the bucket that is under way from its first moment on", () => {
  const minute = Date.UTC(2026, 2, 25, 14, 5);
  expect(spanOfRange("1h", minute)).toEqual({ from: minute - 59 * 60_000, to: minute + 60_000, bucket: "minute" });
});
