import { expect, it } from "vitest";
import { autoDisableSchema } from "./auto-disable-schema";
import { autoDisableWords as wordsIn, spanProblems as problemsIn } from "./auto-disable-words";
import { english } from "./messages/english";

const autoDisableWords = (policy: Parameters<typeof wordsIn>[1]) => wordsIn(english("form"), policy);
const spanProblems = (spans: Parameters<typeof problemsIn>[1]) => problemsIn(english("form"), spans);

const own = (noticeAfterSeconds: number, disableAfterSeconds: number) => ({ noticeAfterSeconds, disableAfterSeconds });

it.each([
  [{ preset: "sidecar" }, "Warns when a delivery has used up its retries, disables 24 h later unless one succeeds."],
  [{ preset: "patient" }, "Warns after 1 h of nothing but failures, disables after 5 days."],
  [{ preset: "off" }, "Warns after 1 h of nothing but failures, never disables."],
  [own(90, 86_400), "Warns after 1 min 30 s of nothing but failures, disables after 1 day."],
  [own(2 * 86_400, 90_000 * 2), "Warns after 2 days of nothing but failures, disables after 2 d 2 h."],
] as const)("says what %o amounts to", (policy, words) => {
  expect(autoDisableWords(policy)).toBe(words);
});

it("says nothing of what is still being typed", () => {
  expect(autoDisableWords(own(Number.NaN, 60))).toBeUndefined();
});

const NOTICE = "Give a time from 1 s to 30 days.";
const DISABLE = "Give a time from 2 s to 90 days.";

it.each([
  [own(1, 2), {}],
  [own(30 * 86_400, 90 * 86_400), {}],
  [own(0, 60), { noticeAfterSeconds: NOTICE }],
  [own(Number.NaN, Number.NaN), { noticeAfterSeconds: NOTICE, disableAfterSeconds: DISABLE }],
  [own(31 * 86_400, 60 * 86_400), { noticeAfterSeconds: NOTICE }],
  [own(60, 91 * 86_400), { disableAfterSeconds: DISABLE }],
  [own(60, 61.5), { disableAfterSeconds: DISABLE }],
  [own(60, 60), { disableAfterSeconds: "Give more time than until the warning: that always comes first." }],
])("finds the same spans wrong as the schema does: %o", (spans, problems) => {
  expect(spanProblems(spans)).toEqual(problems);
  expect(autoDisableSchema.safeParse(spans).success).toBe(Object.keys(problems).length === 0);
});
