import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventData } from "../testing/filters";
import type { JsonSchema } from "./catalogue/define";
import { dataSchema } from "./data-schema";
import type { Json } from "./json";
import { findProblem, findProblems } from "./json-schema";

const ajv = new Ajv2020({ strict: false, validateFormats: false });

const small = fc.integer({ min: 0, max: 3 });
const scalars = fc.constantFrom<Json>("", "a", "ab", "🚀", 0, 1, 0.1, -3, true, false, null);
const types = fc.constantFrom("object", "array", "string", "number", "integer", "boolean", "null");
const fields = fc.constantFrom("a", "b", "c-d", "0", "type");

/** Any schema of what an account may write. */
const schemas = fc.letrec<{ schema: Json }>((tie) => {
  const part = tie("schema");
  const parts = fc.array(part, { minLength: 1, maxLength: 2 });
  const keywords = fc.record(
    {
      type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 4 }),
      const: scalars,
      minimum: small,
      maximum: small,
      exclusiveMinimum: small,
      exclusiveMaximum: small,
      minLength: small,
      maxLength: small,
      minItems: small,
      maxItems: small,
      minProperties: small,
      maxProperties: small,
      required: fc.uniqueArray(fields, { maxLength: 2 }),
      properties: fc.dictionary(fields, part, { maxKeys: 3, noNullPrototype: true }),
      additionalProperties: part,
      items: part,
      allOf: parts,
      anyOf: parts,
      oneOf: parts,
      not: part,
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  // Few keywords at once, or nothing ever fits.
  const few = keywords.chain((all) => fc.subarray(Object.entries(all), { maxLength: 3 }).map(Object.fromEntries<Json>));
  return { schema: fc.oneof({ maxDepth: 4 }, fc.boolean(), few) };
}).schema;

describe("checking data", () => {
  it("has the same outcome as the reference validator, for any schema that is taken and any data", () => {
    let valid = 0;
    fc.assert(
      fc.property(schemas, eventData, (schema, data) => {
        const expected = ajv.compile(schema as object | boolean)(data);
        if (expected) valid++;
        expect(findProblem(schema, data) === undefined).toBe(expected);
      }),
      { numRuns: 1_500 },
    );
    expect(valid).toBeGreaterThan(150);
    expect(valid).toBeLessThan(1_350);
  });

  it.each<[string, JsonSchema, Json, string, string]>([
    ["a wrong type", { properties: { a: { type: "string" } } }, { a: 1 }, "data.a", "Has to be string, not number."],
    ["a missing field", { required: ["a"] }, {}, "data.a", "This is missing."],
    ["an inherited field", { required: ["toString"] }, {}, "data.toString", "This is missing."],
    ["a field too many", { additionalProperties: false }, { b: 1 }, "data.b", "This is not allowed."],
    [
      "an item of a list",
      { properties: { a: { items: { enum: ["x", "y"] } } } },
      { a: ["x", "z"] },
      "data.a[1]",
      'Has to be one of "x", "y".',
    ],
    [
      "a long text",
      { properties: { a: { maxLength: 1 } } },
      { a: "🚀🚀" },
      "data.a",
      "Has 2 characters, may have at most 1.",
    ],
  ])("names %s by its path", (_, schema, data, path, message) => {
    expect(findProblem(schema, data)).toEqual({ path, message });
  });

  it("names every place that is wrong, each once, up to a limit", () => {
    const schema = {
      required: ["id"],
      properties: { a: { type: "string" }, b: { items: { type: "number" } } },
      allOf: [{ properties: { a: { type: "string" } } }],
    };
    const paths = (max: number) => findProblems(schema, { a: 1, b: [1, "x", null] }, max).map(({ path }) => path);
    expect(paths(20)).toEqual(["data.id", "data.a", "data.b[1]", "data.b[2]"]);
    expect(paths(2)).toEqual(["data.id", "data.a"]);
  });
});

describe("a schema of an account", () => {
  const nested = (levels: number): JsonSchema => (levels === 0 ? {} : { properties: { a: nested(levels - 1) } });

  it.each<[string, unknown, string]>([
    ["a pattern", { properties: { a: { pattern: "(a+)+$" } } }, "Patterns aren't taken"],
    ["patterns of names", { patternProperties: { "^a": {} } }, "Patterns aren't taken"],
    ["a remote reference", { $ref: "https://example.com/schema" }, "References aren't taken"],
    ["a reference to itself", { allOf: [{ $ref: "#" }] }, "References aren't taken"],
    ["unique items", { properties: { a: { uniqueItems: true } } }, "comparing all items"],
    ["an unknown keyword", { requried: ["a"] }, "isn't known here"],
    ["an unknown type", { type: "float" }, "Has to be of object, array"],
    ["another dialect", { $schema: "http://json-schema.org/draft-04/schema#" }, "2020-12"],
    ["objects to choose from", { enum: [{}] }, "Has to be a list of 1 to 200"],
    ["21 alternatives", { anyOf: Array.from({ length: 21 }, () => ({})) }, "at most 20 alternatives"],
    ["13 levels", nested(13), "deeper than 12 levels"],
    ["more than 16 KiB", { description: "é".repeat(8_200) }, "at most 16 KiB"],
    ["a list", [], "Give a JSON Schema as an object."],
    ["a part that is none", { properties: { a: "string" } }, "Has to be a schema"],
  ])("is refused with %s", (_, schema, words) => {
    expect(dataSchema.safeParse(schema).error?.issues[0]?.message).toContain(words);
  });

  it("is refused by the path of what is wrong", () => {
    const { error } = dataSchema.safeParse({ properties: { a: { anyOf: [{ pattern: "x" }] } } });
    expect(error?.issues[0]?.path).toEqual(["properties", "a", "anyOf", 0, "pattern"]);
  });

  it("is taken with everything that checking understands", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const branches = JSON.stringify(schema).match(/"(allOf|anyOf|oneOf|not)"/g)?.length ?? 0;
        fc.pre(typeof schema === "object" && branches < 10);
        expect(dataSchema.safeParse(schema).error).toBeUndefined();
      }),
    );
  });
});
