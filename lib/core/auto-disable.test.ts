import { describe, expect, it } from "vitest";
import { autoDisableOf, disablePlan } from "./auto-disable";
import { autoDisableSchema, type AutoDisable } from "./auto-disable-schema";

const BEGAN = new Date("2026-03-23T09:00:00.000Z");
const at = (hours: number) => new Date(BEGAN.getTime() + hours * 3_600_000);
const DAY = 24;

interface Row {
  policy: AutoDisable;
  /** Hours since it began to fail. */
  exhausted?: number;
  failed?: number;
  warned?: number;
  now: number;
  notice: number | null;
  disable?: number | null;
  waits?: boolean;
}

const sidecar: AutoDisable = { preset: "sidecar" };
const patient: AutoDisable = { preset: "patient" };
const off: AutoDisable = { preset: "off" };
const tenMinutes: AutoDisable = { noticeAfterSeconds: 60, disableAfterSeconds: 600 };

const PLANS: [string, Row][] = [
  ["sidecar counts nothing before a delivery has used up its retries", { policy: sidecar, now: 50, notice: null }],
  ["sidecar tells at once", { policy: sidecar, exhausted: 0.1, now: 0.1, notice: 0.1, disable: 24.1 }],
  ["sidecar: 24 h from the notice", { policy: sidecar, exhausted: 0.1, warned: 2, now: 3, notice: 0.1, disable: 26 }],
  ["sidecar: a late notice, a late end", { policy: sidecar, exhausted: 0.1, now: 30, notice: 0.1, disable: 54 }],
  ["patient, at the beginning", { policy: patient, now: 0, notice: 1, disable: 5 * DAY }],
  ["patient, told in time", { policy: patient, warned: 1, now: 2, notice: 1, disable: 5 * DAY }],
  ["patient, told late", { policy: patient, warned: 4.5 * DAY, now: 5 * DAY, notice: 1, disable: 5.5 * DAY }],
  ["patient, never told: a day from now", { policy: patient, now: 9 * DAY, notice: 1, disable: 10 * DAY }],
  [
    "patient, tried within the day before",
    { policy: patient, warned: 1, failed: 4 * DAY, now: 5 * DAY, notice: 1, disable: 5 * DAY },
  ],
  [
    "patient, not tried for longer: waits",
    { policy: patient, warned: 1, failed: 3.9 * DAY, now: 5 * DAY, notice: 1, disable: 5 * DAY, waits: true },
  ],
  [
    "patient, not tried for longer, its moment still to come",
    { policy: patient, warned: 1, failed: 2, now: 3 * DAY, notice: 1, disable: 5 * DAY },
  ],
  [
    "patient, tried again after its moment",
    { policy: patient, warned: 1, failed: 8 * DAY, now: 8 * DAY, notice: 1, disable: 5 * DAY },
  ],
  ["off is told, and never disabled", { policy: off, warned: 1, now: 900 * DAY, notice: 1, disable: null }],
  ["own numbers", { policy: tenMinutes, now: 0, notice: 1 / 60, disable: 1 / 6 }],
  [
    "own numbers, told late: what they leave between",
    { policy: tenMinutes, warned: 1, failed: 1, now: 1, notice: 1 / 60, disable: 1.15 },
  ],
];

describe("the plan", () => {
  it.each(PLANS)("%s", (_, { policy, exhausted, failed = 0, warned, now, notice, disable = null, waits = false }) => {
    const counters = {
      failingSince: BEGAN,
      exhaustedAt: exhausted === undefined ? null : at(exhausted),
      lastFailureAt: at(failed),
    };
    const plan = disablePlan(policy, counters, warned === undefined ? null : at(warned), at(now));
    if (notice === null) return expect(plan).toBeNull();
    expect(plan).toEqual({
      noticeAt: at(notice),
      disableAt: disable === null ? null : at(disable),
      waitsForFailure: waits,
    });
  });

  it("of what doesn't fail there is none", () => {
    const counters = { failingSince: null, exhaustedAt: null, lastFailureAt: BEGAN };
    expect(disablePlan(patient, counters, null, at(9))).toBeNull();
  });
});

it("the webhook's own goes before the account's, that before the format's", () => {
  expect(autoDisableOf(off, patient, "sidecar")).toEqual(off);
  expect(autoDisableOf(null, off, "sidecar")).toEqual(off);
  expect(autoDisableOf(null, null, "sidecar")).toEqual(sidecar);
  expect(autoDisableOf(null, null, "standard")).toEqual(patient);
});

it.each([
  { given: { preset: "patient" }, ok: true },
  { given: { noticeAfterSeconds: 1, disableAfterSeconds: 2 }, ok: true },
  { given: { noticeAfterSeconds: 30 * 86_400, disableAfterSeconds: 90 * 86_400 }, ok: true },
  { given: { preset: "harsh" }, ok: false },
  { given: { preset: "off", noticeAfterSeconds: 1, disableAfterSeconds: 2 }, ok: false },
  { given: { noticeAfterSeconds: 60, disableAfterSeconds: 60 }, ok: false },
  { given: { noticeAfterSeconds: 0, disableAfterSeconds: 60 }, ok: false },
  { given: { noticeAfterSeconds: 1.5, disableAfterSeconds: 60 }, ok: false },
  { given: { noticeAfterSeconds: 1, disableAfterSeconds: 90 * 86_400 + 1 }, ok: false },
  { given: { noticeAfterSeconds: 60 }, ok: false },
])("of $given it takes: $ok", ({ given, ok }) => {
  expect(autoDisableSchema.safeParse(given).success).toBe(ok);
});
