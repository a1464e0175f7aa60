import { expect, it } from "vitest";
import { RETRY_PRESETS } from "./retry";
import { timelineOf } from "./timeline";

it.each(Object.entries(RETRY_PRESETS))("%s: every attempt stands further right than the one before", (_, delays) => {
  const { attempts, ticks, totalSeconds } = timelineOf(delays) ?? { attempts: [], ticks: [], totalSeconds: 0 };
  expect(attempts.map(({ atSeconds }) => atSeconds).at(-1)).toBe(totalSeconds);
  expect(attempts).toHaveLength(delays.length + 1);
  expect([attempts[0]?.x, attempts.at(-1)?.x]).toEqual([0, 1]);
  const places = attempts.map(({ x }) => x);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const [index, tick] of ticks.entries()) expect(tick.x - (ticks[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(0.13);
});

it.each([[[]], [[Number.NaN]], [[5, 0]]])("%j has no picture", (delays) => {
  expect(timelineOf(delays)).toBeUndefined();
});
