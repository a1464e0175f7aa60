import { describe, expect, it } from "vitest";
import { duplicateField } from "./duplicate-fields";

const find = (text: string) => duplicateField(text, JSON.parse(text));

describe("a field that stands twice", () => {
  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":1,"b":{"c":1,"d":[{"e":1,"e":1}]}}', "e"],
    ['{ "a" : 1 , "b\\"" : 2 , "b\\"" : 3 }', 'b"'],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"":1,"":2}', ""],
    ['{"a\\\\":1,"a\\\\":2}', "a\\"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['[{"1":1},{"1":1,"1":2}]', "1"],
  ])("is found: %s", (text, name) => {
    expect(find(text)).toBe(name);
  });

  it.each([
    "null",
    '"a"',
    "[]",
    "{}",
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"\\"b\\":1,\\"b\\":2","b":"c\\\\","d":"{\\"e\\":1}"}',
    '{"a":":","b":"\\":"}',
    '{\n\t"a" :\r 1}',
    '["a","a",{"a":["a","a"]}]',
    '{"__proto__":1,"constructor":2,"toString":3}',
  ])("is not found where there is none: %s", (text) => {
    expect(find(text)).toBeUndefined();
  });

  it("is not looked for beyond the depth that is refused anyway", () => {
    const depth = 50_000;
    expect(find(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).toBeUndefined();
  });
});
