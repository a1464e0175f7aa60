import { expect, it } from "vitest";
import { english } from "./messages/english";
import { RETRY_PRESETS } from "./retry";
import { describeSchedule, formatSeconds, parseDelays } from "./schedule";

it.each([
  [0, "0 s"],
  [5, "5 s"],
  [60, "1 min"],
  [155, "2 min 35 s"],
  [3600, "1 h"],
  [3661, "1 h 1 min 1 s"],
  [86_400, "1 d"],
  [90_000, "1 d 1 h"],
  [604_800, "7 d"],
])("%d seconds are said as %j", (seconds, words) => {
  expect(formatSeconds(seconds)).toBe(words);
});

it.each([
  [RETRY_PRESETS.sydx, "Up to 4 attempts, the last one 2 min 35 s after the event."],
  [RETRY_PRESETS.sidecar, "Up to 6 attempts, the last one 7 min 40 s after the event."],
  [RETRY_PRESETS.aisync, "Up to 5 attempts, the last one 42 min 30 s after the event."],
  [RETRY_PRESETS.standard, "Up to 10 attempts, the last one 3 d 3 h 35 min 5 s after the event."],
  [[1], "Up to 2 attempts, the last one 1 s after the event."],
  [[], "One attempt, no retries."],
])("%j is described as %j", (delays, words) => {
  expect(describeSchedule(english("form"), delays)).toBe(words);
});

it.each([
  ["5 s, 30 s, 2 min", [5, 30, 120]],
  ["5, 30,120", [5, 30, 120]],
  ["1 h 30 min, 7 d", [5400, 604_800]],
  [" 10s ,1min 5s", [10, 65]],
  ["0 s", [0]],
  ["", []],
])("%j is read as %j", (text, delays) => {
  expect(parseDelays(text)).toEqual(delays);
});

it.each(["5 s,", "5 s 30", "soon", "5 weeks", "-1", "1.5", "5 s; 30 s", "s", "5 smin", "1e3"])(
  "%j is not read as delays",
  (text) => {
    expect(parseDelays(text)).toBeUndefined();
  },
);

it("what is written of a schedule is read as that schedule", () => {
  for (const delays of Object.values(RETRY_PRESETS)) {
    expect(parseDelays(delays.map(formatSeconds).join(", "))).toEqual(delays);
  }
});
