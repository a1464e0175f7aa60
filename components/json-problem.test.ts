import { expect, it } from "vitest";
import { english } from "@/lib/core/messages/english";
import { jsonProblem } from "./json-problem";

it.each([
  ['{"a": 1}', undefined],
  ['{"a": 1', "This is no valid JSON: it ends too early."],
  ["", "This is no valid JSON: it ends too early."],
  ['{"not": {\n', "This is no valid JSON: it ends too early."],
  ['{\n  "a": 1\n  "b": 2\n}', "This is no valid JSON: look at line 3, column 3."],
])("%j: says where it breaks", (text, problem) => {
  expect(jsonProblem(english("events"), text)).toBe(problem);
});
