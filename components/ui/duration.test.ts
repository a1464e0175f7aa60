import { expect, it } from "vitest";
import { formatDuration, formatWait } from "./duration";

it.each([
  [0, "0 ms"],
  [84.4, "84 ms"],
  [999.6, "1.0 s"],
  [5_000, "5.0 s"],
  [59_960, "1 min"],
  [155_000, "2 min 35 s"],
  [3 * 3_600_000 + 5 * 60_000, "3 h 5 min"],
  [52 * 3_600_000, "2 d 4 h"],
])("formats %d ms", (ms, text) => expect(formatDuration(ms)).toBe(text));

it.each([
  [14_200, "14 s"],
  [106_000, "1 min 46 s"],
  [3_599_900, "1 h"],
])("counts %d ms down in whole seconds", (ms, text) => expect(formatWait(ms)).toBe(text));
