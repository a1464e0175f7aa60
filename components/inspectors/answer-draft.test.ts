import { expect, it } from "vitest";
import { PRESET_ANSWERS, PRESETS } from "./answer-presets";
import { answerOf, draftOf, problemOf } from "./answer-draft";

it.each(PRESETS)("%s is the same after it was edited as text", (preset) => {
  expect(answerOf(draftOf(PRESET_ANSWERS[preset]))).toEqual(PRESET_ANSWERS[preset]);
});

it("headers are read line by line, with colons in their values", () => {
  const draft = { ...draftOf(PRESET_ANSWERS.ok), headers: "\nLocation: https://a.example:8443/b\n X-One :1 \n" };
  expect(answerOf(draft).headers).toEqual({ Location: "https://a.example:8443/b", "X-One": "1" });
});

it("what is no whole number is none, and the server's word about a header stands at the headers", () => {
  expect(answerOf({ ...draftOf(PRESET_ANSWERS.ok), status: "2e2" }).status).toBeNaN();
  expect(problemOf({ "answer.headers.Set-Cookie": "No." }, "headers")).toBe("No.");
  expect(problemOf({ "answer.failStatus": "No." }, "status")).toBeUndefined();
});
