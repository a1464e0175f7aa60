import { expect, it } from "vitest";
import { rampOf } from "./ramp";

const RESUMED = new Date("2026-03-25T09:00:00.000Z");
const at = (seconds: number) => new Date(RESUMED.getTime() + seconds * 1000);

it.each([
  { seconds: -3, ownRate: null, rate: 10, changesIn: 5 },
  { seconds: 0, ownRate: null, rate: 10, changesIn: 5 },
  { seconds: 4.999, ownRate: null, rate: 10, changesIn: 5 },
  { seconds: 5, ownRate: null, rate: 20, changesIn: 10 },
  { seconds: 12, ownRate: null, rate: 40, changesIn: 15 },
  { seconds: 34.999, ownRate: null, rate: 640, changesIn: 35 },
  { seconds: 35, ownRate: null, rate: null, changesIn: undefined },
  { seconds: 5e9, ownRate: null, rate: null, changesIn: undefined },
  { seconds: 0, ownRate: 3, rate: 3, changesIn: undefined },
  { seconds: 0, ownRate: 10, rate: 10, changesIn: undefined },
  { seconds: 0, ownRate: 15, rate: 10, changesIn: 5 },
  { seconds: 5, ownRate: 15, rate: 15, changesIn: undefined },
  { seconds: 40, ownRate: 1000, rate: 1000, changesIn: undefined },
])("$seconds s after it was resumed, with a rate of its own of $ownRate: $rate", (row) => {
  const { ratePerSecond, changesAt } = rampOf(RESUMED, row.ownRate, at(row.seconds));
  expect(ratePerSecond).toBe(row.rate);
  expect(changesAt).toBe(row.changesIn === undefined ? Number.POSITIVE_INFINITY : at(row.changesIn).getTime());
});

it("what never held anything has its own rate", () => {
  expect(rampOf(null, 7, RESUMED)).toEqual({ ratePerSecond: 7, changesAt: Number.POSITIVE_INFINITY });
  expect(rampOf(null, null, RESUMED).ratePerSecond).toBeNull();
});
