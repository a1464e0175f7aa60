import { expect, it } from "vitest";
import { updateInspectorSchema } from "@/lib/core/inspector";
import { PRESET_ANSWERS, presetOf, PRESETS } from "./answer-presets";

it.each(PRESETS)("%s is an answer that the server takes, and known again", (preset) => {
  const answer = PRESET_ANSWERS[preset];
  expect(updateInspectorSchema.parse({ answer }).answer).toEqual(answer);
  expect(presetOf(answer)).toBe(preset);
});

it("what counts down stays what it is until it has counted, and anything else is none", () => {
  expect(presetOf({ ...PRESET_ANSWERS.failing, failNext: 1 })).toBe("failing");
  expect(presetOf({ ...PRESET_ANSWERS.failing, failNext: 0 })).toBe("ok");
  expect(presetOf({ ...PRESET_ANSWERS.ok, status: 204 })).toBeUndefined();
  expect(presetOf({ ...PRESET_ANSWERS.redirect, headers: { Location: "https://other.example" } })).toBeUndefined();
});
