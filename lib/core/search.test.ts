import { describe, expect, it } from "vitest";
import { matches } from "./filter-matching";
import { parseSearch, withNumbersAsText } from "./search";

const data = { contact: "919876543210", score: 80, tags: ["vip"], name: "Ada", gone: null, deep: { a: true } };

function found(text: string): boolean {
  const parsed = parseSearch(text);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return matches(parsed.filter, data);
}

describe("a search finds what it says", () => {
  it.each([
    ['data.contact = "919876543210"', true],
    ['data.contact = "9198"', false],
    ['data.contact startsWith "9198"', true],
    ["data.contact starts_with '9198'", true],
    ["data.contact == “919876543210”", true],
    ["data.score > 50 and data.score <= 80", true],
    ["data.score > 50 AND data.score < 80", false],
    ["data.score < 50 or data.deep.a = true", true],
    ['not data.name = "Ada" or data.tags contains "vip"', true],
    ['not (data.name = "Ada" or data.tags contains "vip")', false],
    ['data.name in ["Ada", "Bob"]', true],
    ['data.name in ("Bob")', false],
    ["data.gone = null", true],
    ["data.nothing exists", false],
    ["not data.nothing exists", true],
    ["data.score != -1.5e3", true],
    ["data.score <> 80", false],
  ])("%s: %s", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it("and binds closer than or", () => {
    expect(found("data.score = 80 or data.score = 1 and data.score = 2")).toBe(true);
    expect(found("(data.score = 80 or data.score = 1) and data.score = 2")).toBe(false);
  });
});

describe("what can't be read is told in words", () => {
  it.each([
    ["", "a path is expected"],
    ["contact", "a path is expected"],
    ["data", "a path is expected"],
    ["data.contact", "After data.contact, write ="],
    ["data.contact is 5", 'At 14, "is"'],
    ["data.contact =", "At the end: a value is expected."],
    ["data.contact = 9198x", "can't be read"],
    ["data.contact = Ada", 'Put text in quotes: "Ada"'],
    ['data.contact = "9198', "The quote at 16 is not closed."],
    ['data.contact = "9\\q8"', "an escape that JSON doesn't know"],
    ["(data.score > 5", ") is expected"],
    ["data.score > 5 data.score < 9", 'Write "and" or "or" before "data.score" at 16.'],
    ["data.score > true", "number or a string"],
    ["data.name in Ada", "[ is expected"],
    ["data.score > 5 and %", '"%" at 20 can\'t be read'],
    [`${"(".repeat(500)}data.a = 1`, "nested too deep"],
  ])("%s", (text, words) => {
    const parsed = parseSearch(text);
    expect("problem" in parsed && parsed.problem.toLowerCase()).toContain(words.toLowerCase());
  });
});

describe("with numbers as text", () => {
  it.each([
    ["data.contact = 919876543210", 'data.contact = "919876543210"'],
    ["data.a==1.50 and data.b > 2 or data.c = -3", 'data.a=="1.50" and data.b > 2 or data.c = "-3"'],
    ['data.contact = "9198" and data.score > 5', undefined],
    ["data.contact = 9198x", undefined],
  ])("%s", (text, quoted) => expect(withNumbersAsText(text)).toBe(quoted));
});
