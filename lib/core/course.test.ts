import { describe, expect, it } from "vitest";
import { nextStep, type CourseFacts, type Probe, type Step } from "./course";

const BEGAN = new Date("2026-03-23T09:00:00.000Z");
const at = (hours: number) => new Date(BEGAN.getTime() + hours * 3_600_000);
const DAY = 24;

/** It succeeded an hour before, and has only failed since. */
const facts: CourseFacts = {
  isDeleted: false,
  status: "active",
  disabledReason: null,
  disabledAt: null,
  resumedAt: null,
  lastSuccessAt: at(-1),
  failingSince: at(0),
  lastFailureAt: at(0),
  exhaustedAt: null,
  autoDisable: { preset: "patient" },
  autoRecover: false,
  failing: null,
  disabled: null,
  probedAt: null,
  probe: null,
};
const warned = { since: at(0), noticedAt: at(1), disablesAt: at(5 * DAY) };
const disabled: Partial<CourseFacts> = {
  ...{ status: "disabled", disabledReason: "failing_too_long", disabledAt: at(120), disabled: { since: at(120) } },
};
const resumed: Partial<CourseFacts> = { disabled: { since: at(120) }, resumedAt: at(130), failingSince: null };
const sidecar = { preset: "sidecar" } as const;
const off = { preset: "off" } as const;

const STEPS: [what: string, hours: number, changes: Partial<CourseFacts>, step: Step | undefined][] = [
  ["has failed for less than an hour", 0.99, {}, undefined],
  ["has failed for an hour", 1, {}, { kind: "warn", disablesAt: at(5 * DAY) }],
  ["was not looked at for a week", 7 * DAY, {}, { kind: "warn", disablesAt: at(8 * DAY) }],
  ["was warned of", 2, { failing: warned }, undefined],
  [
    "was told of, then resumed: it fails anew",
    2,
    { failing: { ...warned, noticedAt: null } },
    { kind: "warn", disablesAt: at(5 * DAY) },
  ],
  ["is a moment before its end", 5 * DAY - 0.001, { failing: warned, lastFailureAt: at(119) }, undefined],
  ["has come to its end", 5 * DAY, { failing: warned, lastFailureAt: at(119) }, { kind: "disable" }],
  ["has come to its end untried", 5 * DAY, { failing: warned, lastFailureAt: at(9) }, undefined],
  ["is never disabled", 900 * DAY, { autoDisable: off, failing: { ...warned, disablesAt: null } }, undefined],
  [
    "is to be disabled after all",
    9 * DAY,
    { failing: { ...warned, disablesAt: null } },
    { kind: "warn", disablesAt: at(10 * DAY) },
  ],
  [
    "is to be disabled sooner",
    3 * DAY,
    { failing: warned, exhaustedAt: at(2), autoDisable: sidecar },
    { kind: "warn", disablesAt: at(4 * DAY) },
  ],
  [
    "is to be disabled later",
    5 * DAY,
    { failing: { ...warned, disablesAt: at(25) }, lastFailureAt: at(2) },
    { kind: "postpone", disablesAt: at(5 * DAY) },
  ],
  [
    "was to be disabled, and no longer is",
    2,
    { autoDisable: off, failing: warned },
    { kind: "postpone", disablesAt: null },
  ],
  ["is paused", 9 * DAY, { status: "paused", failing: warned, lastFailureAt: at(119) }, undefined],
  ["is deleted", 9 * DAY, { isDeleted: true, failing: warned }, { kind: "close" }],
  ["is deleted, nobody was told", 9 * DAY, { isDeleted: true }, undefined],
  ["is disabled, and deleted", 9 * DAY, { ...disabled, isDeleted: true }, { kind: "close" }],

  ["succeeds", 3, { failing: warned, failingSince: null, lastSuccessAt: at(2.9) }, { kind: "recovered" }],
  [
    "succeeds and fails again",
    3,
    { failing: warned, failingSince: at(2.95), lastSuccessAt: at(2.9) },
    { kind: "recovered" },
  ],
  ["succeeded before it was noticed", 3, { failingSince: null, lastSuccessAt: at(0.5) }, undefined],
  ["is resumed, not tried since", 131, { ...resumed, lastSuccessAt: at(-1) }, undefined],
  [
    "is resumed, not tried since its pause",
    131,
    { failing: { ...warned, noticedAt: null }, failingSince: null, resumedAt: at(130), lastSuccessAt: at(100) },
    { kind: "postpone", disablesAt: null },
  ],
  ["is resumed and succeeds", 131, { ...resumed, lastSuccessAt: at(130.1) }, { kind: "recovered" }],
  ["is resumed and fails", 140, { ...resumed, failingSince: at(131) }, { kind: "warn", disablesAt: at(131 + 5 * DAY) }],

  ["has answered 410", 121, { ...disabled, disabledReason: "gone", disabled: null }, { kind: "tell_disabled" }],
  ["is disabled a second time", 140, { ...disabled, disabledAt: at(139) }, { kind: "tell_disabled" }],
  ["is disabled", 9 * DAY, disabled, undefined],
  ["is disabled, for a quarter of an hour but a second", 120.2497, { ...disabled, autoRecover: true }, undefined],
  ["is disabled, for a quarter of an hour", 120.25, { ...disabled, autoRecover: true }, { kind: "probe" }],
  ["was probed lately", 120.4, { ...disabled, autoRecover: true, probedAt: at(120.25) }, undefined],
  ["was probed before", 120.5, { ...disabled, autoRecover: true, probedAt: at(120.25) }, { kind: "probe" }],
  ["is gone: nobody asks again", 999, { ...disabled, autoRecover: true, disabledReason: "gone" }, undefined],
  [
    "can't be signed for: nothing is sent",
    999,
    { ...disabled, autoRecover: true, disabledReason: "secret_unreadable" },
    undefined,
  ],
];

it.each(STEPS)("a webhook that %s, after %d h", (_, hours, changes, step) => {
  expect(nextStep({ ...facts, ...changes }, at(hours))).toEqual(step);
});

describe("a probe", () => {
  it.each([
    ["waiting", true, undefined],
    ["waiting", false, { kind: "end_probe", isGone: false }],
    ["failed", true, { kind: "end_probe", isGone: false }],
    ["lost", true, { kind: "end_probe", isGone: false }],
    ["answered_gone", true, { kind: "end_probe", isGone: true }],
    ["succeeded", true, { kind: "recover" }],
    ["succeeded", false, { kind: "recover" }],
  ] as [Probe, boolean, Step | undefined][])("%s, with recovery %s", (probe, autoRecover, step) => {
    expect(nextStep({ ...facts, ...disabled, autoRecover, probe, probedAt: at(121) }, at(122))).toEqual(step);
  });
});
