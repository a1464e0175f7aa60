import { expect, it } from "vitest";
import { english } from "../../lib/core/messages/english";
import { barsOf, hoursWords, type Hour } from "./hours";

const START = Date.UTC(2026, 2, 25, 10);
const hoursOf = (...counts: [attempts: number, succeeded: number][]): Hour[] =>
  counts.map(([attempts, succeeded], index) => ({
    ...{ attempts, succeeded },
    at: new Date(START + index * 3_600_000).toISOString(),
  }));

const sharesOf = (hourly: Hour[]) => barsOf(hourly).map(({ failed, succeeded }) => [failed, succeeded]);

it("draws hours as high as the busiest, failures at the bottom", () => {
  expect(sharesOf(hoursOf([100, 100], [50, 25], [40, 0]))).toEqual([
    [0, 1],
    [0.25, 0.25],
    [0.4, 0],
  ]);
});

it("leaves a gap where nothing was sent, and lets one failure or success among thousands be seen", () => {
  const [gap, oneFailed, oneSucceeded, few] = barsOf(hoursOf([0, 0], [9000, 8999], [9000, 1], [1, 1]));
  expect(gap).toMatchObject({ failed: 0, succeeded: 0 });
  expect(oneFailed?.failed).toBeGreaterThan(0.05);
  expect(oneSucceeded?.succeeded).toBeGreaterThan(0.05);
  expect(few?.succeeded).toBeGreaterThan(0.1);
  for (const bar of [oneFailed, oneSucceeded, few]) {
    expect((bar?.failed ?? 1) + (bar?.succeeded ?? 1)).toBeLessThanOrEqual(1);
  }
});

it("draws nothing of a day without attempts", () => {
  expect(sharesOf(hoursOf([0, 0], [0, 0]))).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

const at = (instant: string) => instant.slice(11, 16);

it.each([
  [hoursOf([0, 0], [0, 0]), "nothing was sent"],
  [hoursOf([1, 1]), "1 of 1 attempt succeeded"],
  [
    hoursOf([0, 0], [1200, 1190]),
    "1,190 of 1,200 attempts succeeded; failures in the hour from 11:00; nothing was sent in 1 hour",
  ],
  [
    hoursOf([4, 2], [4, 4], [4, 0], [2, 2]),
    "8 of 14 attempts succeeded; failures in 2 hours, the last of them from 12:00",
  ],
])("says the day in a sentence", (hourly, words) => {
  expect(hoursWords(english("health"), hourly, at)).toBe(words);
});
