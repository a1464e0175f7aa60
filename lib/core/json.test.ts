import { describe, expect, it } from "vitest";
import { AppError } from "./errors";
import { publishBatchSchema } from "./event";
import { parseBody, parseJson } from "./json";
import { retryManySchema } from "./redelivery";
import { createWebhookSchema, updateWebhookSchema } from "./webhook";

function refusalOf(text: string): AppError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text.slice(0, 100)}`);
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("what parseJson accepts, a receiver that parses and writes it again gets byte for byte", () => {
  it.each([
    ["integer-like keys in any order", '{"10":1,"b":2,"9":3,"a":4}', '{"9":3,"10":1,"b":2,"a":4}'],
    ["1.0", '{"n":1.0}', '{"n":1}'],
    ["1e21", '{"n":1e21}', '{"n":1e+21}'],
    ["-0", '{"n":-0}', '{"n":0}'],
    ["more digits than a double holds", '{"n":9007199254740993}', '{"n":9007199254740992}'],
    ["needless escapes", '{"s":"\\u00e9\\/\\u0041"}', '{"s":"é/A"}'],
    ["needed escapes", '{"s":"\\u0001\\n\\"\\\\\\u001f"}', '{"s":"\\u0001\\n\\"\\\\\\u001f"}'],
    ["line separators", '{"s":"\\u2028\\u2029"}', '{"s":"\u2028\u2029"}'],
    ["a whole surrogate pair", '{"s":"\\ud83d\\ude80"}', '{"s":"🚀"}'],
    ["blanks", ' {\n"a" : [ 1 ,\t2 ] }', '{"a":[1,2]}'],
    ["a key twice: the last one stands", '{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ["keys that objects inherit", '{"constructor":1,"toString":2,"prototype":3}', null],
    ["an empty object, list, key and text", '{"":{},"a":[],"b":""}', null],
    ["64 levels", nested(64), null],
    ["no object at all", '"text"', null],
  ])("%s", (_, text, expected) => {
    const canonical = JSON.stringify(parseJson(text));
    expect(canonical).toBe(expected ?? text);
    expect(JSON.stringify(JSON.parse(canonical))).toBe(canonical);
  });
});

describe("parseJson refuses, naming the place,", () => {
  it.each([
    { what: "what is no JSON", text: "{", code: "invalid_request", path: undefined },
    { what: "nothing", text: "", code: "invalid_request", path: undefined },
    { what: "NaN", text: '{"n":NaN}', code: "invalid_request", path: undefined },
    { what: "U+0000 in a text", text: '{"data":{"a":["x","\\u0000"]}}', code: "invalid_request", path: "data.a[1]" },
    { what: "U+0000 in a key", text: '{"data":{"a\\u0000":1}}', code: "invalid_request", path: "data" },
    { what: "half a surrogate pair", text: '{"a":{"b":"\\ud83d"}}', code: "invalid_request", path: "a.b" },
    { what: "a pair the wrong way round", text: '{"a":"\\ude80\\ud83d"}', code: "invalid_request", path: "a" },
    { what: "half a pair in a key", text: '[{"\\udc00":1}]', code: "invalid_request", path: "[0]" },
    { what: "half a pair as the whole body", text: '"\\ud83d"', code: "invalid_request", path: "body" },
    { what: "__proto__", text: '{"data":{"__proto__":{"x":1}}}', code: "validation_failed", path: "data" },
    { what: "__proto__ at the top", text: '{"__proto__":1}', code: "validation_failed", path: "body" },
    { what: "__proto__ in escapes", text: '{"a":[{"\\u005f_proto__":1}]}', code: "validation_failed", path: "a[0]" },
    { what: "1e400", text: '{"a":{"n":1e400}}', code: "validation_failed", path: "a.n" },
    { what: "-1e400", text: "[0,-1e400]", code: "validation_failed", path: "[1]" },
    { what: "65 levels", text: nested(65), code: "validation_failed", path: "[0]".repeat(64) },
    {
      what: "65 levels of objects",
      text: `{"a":${nested(64)}}`,
      code: "validation_failed",
      path: `a${"[0]".repeat(63)}`,
    },
  ])("$what", ({ text, code, path }) => {
    const refusal = refusalOf(text);
    expect(refusal.code).toBe(code);
    expect(Object.keys(refusal.fields ?? {})).toEqual(path === undefined ? [] : [path]);
    if (path !== undefined) expect(refusal.message).toContain(path);
  });

  it("a quarter of a million brackets, without running out of stack", () => {
    expect(refusalOf(nested(128 * 1024)).code).toBe("validation_failed");
  });
});

describe("parseBody", () => {
  const crowd = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 0]));
  const bodyOf = (value: unknown) => parseBody(JSON.stringify(value));
  const data = crowd(1_000);

  it("shows a schema the first of very many fields, so that it refuses them by name, and not one by one", () => {
    const seen = bodyOf({ events: [{ type: "call.ended", data, ...crowd(100_000) }], ...crowd(100_000) });
    const { error } = publishBatchSchema.safeParse(seen);
    const unknown = error?.issues.map((issue) => (issue.code === "unrecognized_keys" ? issue.keys.length : issue.code));
    expect(unknown).toEqual([31, 32]);
    expect(error?.issues[1]).toMatchObject({ keys: expect.arrayContaining(["k0", "k1"]) });
  });

  it("leaves an event's data and everything of ordinary size as it is", () => {
    const bodies = [
      { events: [{ type: "call.ended", data: { data, deep: { data, other: data } } }] },
      crowd(32),
      [1],
      7,
    ];
    for (const body of bodies) expect(bodyOf(body)).toEqual(body);
  });

  it("knows more fields than any request has", () => {
    for (const { shape } of [createWebhookSchema, updateWebhookSchema, retryManySchema]) {
      expect(Object.keys(shape).length).toBeLessThan(32);
    }
  });

  it("refuses what is nested without end, as parseJson does", () => {
    expect(() => parseBody(nested(100_000))).toThrow(/levels/);
  });
});
