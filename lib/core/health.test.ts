import { describe, expect, it } from "vitest";
import { healthOf, isSlow, type HealthDay, type HealthFacts } from "./health";
import { english } from "./messages/english";
import { evidenceWords, formatUtc } from "./health-words";
import { latencyBucket } from "./latency";

const NOW = new Date("2026-03-26T09:00:00.000Z");
const BEFORE = { success: new Date("2026-03-24T14:05:00.000Z"), failure: new Date("2026-03-24T14:06:00.000Z") };

function counted(results: Record<string, number>, ms = 80): HealthDay {
  const attempts = Object.values(results).reduce((sum, count) => sum + count, 0);
  return {
    attempts,
    succeeded: Object.entries(results).reduce((sum, [result, count]) => sum + (result < "3" ? count : 0), 0),
    results,
    hourly: [{ at: Date.UTC(2026, 2, 26, 9), attempts, succeeded: 0 }],
    averageMs: attempts > 0 ? ms : null,
    latencies: new Map(attempts > 0 ? [[latencyBucket(ms), attempts]] : []),
  };
}

const none = counted({});

const healthy: HealthFacts = {
  status: "active",
  timeoutMs: 5000,
  hits: 413,
  consecutiveFailures: 0,
  failingSince: null,
  lastSuccessAt: BEFORE.success,
  lastFailureAt: null,
  exhaustedAt: null,
  resumedAt: null,
  warnedAt: null,
  autoDisable: { preset: "patient" },
  day: counted({ 200: 412, 503: 1 }),
  hour: none,
};
const failing: Partial<HealthFacts> = {
  consecutiveFailures: 37,
  failingSince: BEFORE.failure,
  lastFailureAt: BEFORE.failure,
  day: counted({ 401: 37 }),
};

const CASES: [words: string, state: string, facts: Partial<HealthFacts>][] = [
  ["nothing was sent yet", "unknown", { hits: 0, lastSuccessAt: null, day: none }],
  [
    "resumed Wed 25 Mar, 10:00 UTC; not tried since",
    "unknown",
    { resumedAt: new Date("2026-03-25T10:00:00.000Z"), hour: counted({ 500: 40 }) },
  ],
  [
    "resumed Wed 25 Mar, 10:00 UTC; 2 of 2 attempts since failed with 401",
    "unknown",
    { ...failing, consecutiveFailures: 2, resumedAt: new Date("2026-03-25T10:00:00.000Z") },
  ],
  ["412 of 413 attempts of the last 24 h succeeded", "healthy", {}],
  ["last success Tue 24 Mar, 14:05 UTC", "healthy", { day: none }],
  ["1 of 1 attempt of the last 24 h succeeded", "healthy", { day: counted({ 204: 1 }) }],
  [
    "412 of 413 attempts of the last 24 h succeeded",
    "healthy",
    { consecutiveFailures: 4, failingSince: BEFORE.failure },
  ],
  ["last success Tue 24 Mar, 14:05 UTC; 37 of 37 attempts since failed with 401", "failing", failing],
  [
    "no success yet; 5 of 5 attempts since Tue 24 Mar, 14:06 UTC failed, mostly by timeout",
    "failing",
    { ...failing, lastSuccessAt: null, consecutiveFailures: 5, day: counted({ timeout: 4, refused: 1 }) },
  ],
  [
    "last success Tue 24 Mar, 14:05 UTC; 1 of 1 attempt since failed with 500",
    "failing",
    { ...failing, consecutiveFailures: 1, warnedAt: BEFORE.failure, day: counted({ 200: 9, 500: 1 }) },
  ],
  [
    "last success Tue 24 Mar, 14:05 UTC; 20 of 20 attempts since failed with 401",
    "failing",
    { ...failing, consecutiveFailures: 20, day: counted({ 200: 5, 503: 9, 401: 20 }), hour: counted({ 401: 20 }) },
  ],
  [
    "resumed Wed 25 Mar, 10:00 UTC; 6 of 6 attempts since failed with 401",
    "failing",
    { ...failing, consecutiveFailures: 6, resumedAt: new Date("2026-03-25T10:00:00.000Z") },
  ],
  ["9 of 10 attempts of the last hour succeeded", "degraded", { hour: counted({ 200: 9, 500: 1 }) }],
  ["412 of 413 attempts of the last 24 h succeeded", "healthy", { hour: counted({ 200: 8, 500: 1 }) }],
  ["412 of 413 attempts of the last 24 h succeeded", "healthy", { hour: counted({ 200: 95, 500: 5 }) }],
  [
    "no success yet; 4 of 4 attempts since Tue 24 Mar, 14:06 UTC failed with 500",
    "degraded",
    { ...failing, consecutiveFailures: 4, lastSuccessAt: null, day: counted({ 500: 4 }) },
  ],
  ["one answer in twenty of the last hour took 5.0 s or more", "degraded", { hour: counted({ 200: 10 }, 4500) }],
  ["412 of 413 attempts of the last 24 h succeeded", "healthy", { hour: counted({ 200: 10 }, 2000) }],
  ["its receiver answered 410 Gone", "disabled", { status: "disabled" }],
];

describe("state and evidence", () => {
  it.each(CASES)("%s: %s", (words, state, changes) => {
    const health = healthOf({ ...healthy, ...changes }, NOW);
    expect(health.state).toBe(state);
    expect(evidenceWords(english("health"), health, "gone", formatUtc)).toBe(words);
  });

  it("what has only failed, and not within the hour, isn't called slow", () => {
    const facts = { ...healthy, ...failing, consecutiveFailures: 4, lastSuccessAt: null, day: counted({ 500: 4 }) };
    const health = healthOf(facts, NOW);
    expect([health.state, isSlow(health)]).toEqual(["degraded", false]);
  });

  it("a webhook that succeeded since it was resumed is what it does", () => {
    const resumedAt = new Date("2026-03-24T14:00:00.000Z");
    expect(healthOf({ ...healthy, resumedAt }, NOW).state).toBe("healthy");
  });

  it("a paused webhook keeps its state, and is not on its way to being disabled", () => {
    expect(healthOf({ ...healthy, ...failing, status: "paused" }, NOW)).toMatchObject({
      state: "failing",
      disables: null,
    });
    expect(healthOf({ ...healthy, status: "paused", hour: counted({ 500: 10 }) }, NOW).state).toBe("degraded");
  });

  it("one that was disabled as it failed for too long says how it failed", () => {
    const health = healthOf({ ...healthy, ...failing, status: "disabled" }, NOW);
    expect(evidenceWords(english("health"), health, "failing_too_long", formatUtc)).toMatch(
      /37 of 37 attempts since failed with 401$/,
    );
    expect(health.disables).toBeNull();
  });
});

it("numbers of the last 24 h; none where there was no attempt", () => {
  expect(healthOf(healthy, NOW)).toMatchObject({
    successRate: 412 / 413,
    averageMs: 80,
    latencyMs: { p50: expect.closeTo(77.3, 0), p95: expect.any(Number), p99: expect.any(Number) },
    lastDay: { attempts: 413, succeeded: 412 },
    hourly: [{ at: "2026-03-26T09:00:00.000Z", attempts: 413, succeeded: 0 }],
    failures: [{ result: "503", count: 1 }],
  });
  expect(healthOf({ ...healthy, day: none }, NOW)).toMatchObject({
    successRate: null,
    averageMs: null,
    latencyMs: null,
  });
});

describe("on the way to being disabled", () => {
  const disables = (changes: Partial<HealthFacts>) => healthOf({ ...healthy, ...failing, ...changes }, NOW).disables;

  it("says when, how far it has come, and since when its owner knows", () => {
    const warnedAt = new Date("2026-03-24T15:06:00.000Z");
    expect(disables({ warnedAt })).toEqual({
      at: "2026-03-29T14:06:00.000Z",
      warnedAt: warnedAt.toISOString(),
      progress: expect.closeTo(0.3575, 4),
      waitsForFailure: false,
    });
  });

  it.each([
    { what: "off", changes: { autoDisable: { preset: "off" } } },
    { what: "sidecar, with retries left", changes: { autoDisable: { preset: "sidecar" } } },
    { what: "too few failures", changes: { consecutiveFailures: 4 } },
  ] as { what: string; changes: Partial<HealthFacts> }[])("not where nothing counts down: $what", ({ changes }) => {
    expect(disables(changes)).toBeNull();
  });
});
