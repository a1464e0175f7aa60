import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventData, filters } from "../testing/filters";
import { filterSchema, type Filter } from "./filter";
import { explain, matches } from "./filter-matching";

const data = {
  lead_score: 85,
  name: "Ada",
  tags: ["vip", 7, null],
  address: { city: "Graz" },
  note: null,
  "🚀": 1,
};

describe("a condition", () => {
  it.each<[boolean, Filter]>([
    [true, { path: "data.lead_score", op: "gt", value: 50 }],
    [false, { path: "data.lead_score", op: "gt", value: 85 }],
    [true, { path: "data.lead_score", op: "gte", value: 85 }],
    [true, { path: "data.lead_score", op: "lte", value: 85 }],
    [false, { path: "data.lead_score", op: "lt", value: 85 }],
    [false, { path: "data.lead_score", op: "gt", value: "50" }],
    [false, { path: "data.missing", op: "lt", value: 50 }],
    [true, { path: "data.name", op: "gt", value: "AD" }],
    [true, { path: "data.name", op: "eq", value: "Ada" }],
    [false, { path: "data.name", op: "eq", value: "ada" }],
    [true, { path: "data.note", op: "eq", value: null }],
    [false, { path: "data.missing", op: "eq", value: null }],
    [true, { path: "data.missing", op: "ne", value: "x" }],
    [false, { path: "data.name", op: "ne", value: "Ada" }],
    [true, { path: "data.address.city", op: "in", value: ["Wien", "Graz"] }],
    [false, { path: "data.address.city", op: "in", value: ["Wien"] }],
    [true, { path: "data.address.city", op: "startsWith", value: "Gr" }],
    [true, { path: "data.name", op: "contains", value: "da" }],
    [false, { path: "data.name", op: "contains", value: "DA" }],
    [true, { path: "data.tags", op: "contains", value: "vip" }],
    [false, { path: "data.tags", op: "contains", value: "vi" }],
    [true, { path: "data.tags", op: "contains", value: null }],
    [false, { path: "data.lead_score", op: "contains", value: 8 }],
    [true, { path: "data.note", op: "exists", value: true }],
    [true, { path: "data.missing.deeper", op: "exists", value: false }],
    [false, { path: "data.tags.length", op: "exists", value: true }],
    [false, { path: "data.toString", op: "exists", value: true }],
    [false, { path: "data.name.length", op: "exists", value: true }],
  ])("is %s: %j", (expected, condition) => {
    expect(matches(condition, data)).toBe(expected);
  });
});

describe("any filter", () => {
  it("passes the schema unchanged, as does what JSON makes of it", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const parsed = filterSchema.parse(JSON.parse(JSON.stringify(filter)));
        expect(JSON.stringify(parsed)).toBe(JSON.stringify(filter));
      }),
    );
  });

  it("is turned round by not, and by swapping all with any", () => {
    fc.assert(
      fc.property(filters, filters, eventData, (left, right, data) => {
        expect(matches({ not: left }, data)).toBe(!matches(left, data));
        expect(matches({ not: { all: [left, right] } }, data)).toBe(
          matches({ any: [{ not: left }, { not: right }] }, data),
        );
      }),
    );
  });

  it("answers as its conditions do, each told with the value that it saw", () => {
    fc.assert(
      fc.property(fc.array(filters, { minLength: 1, maxLength: 4 }), eventData, (parts, data) => {
        const conditions = parts.flatMap((part) => explain(part, data)).map(({ condition }) => condition);
        const results = explain({ all: conditions }, data);
        expect(results.map(({ condition }) => condition)).toEqual(conditions);
        expect(matches({ all: conditions }, data)).toBe(results.every(({ holds }) => holds));
        expect(matches({ any: conditions }, data)).toBe(results.some(({ holds }) => holds));
      }),
    );
  });

  it("names conditions under not as such, an even number of which is none", () => {
    const condition: Filter = { path: "data.name", op: "eq", value: "Ada" };
    const negated = (filter: Filter) => explain(filter, data).map(({ isNegated }) => isNegated);
    expect(negated({ not: { all: [condition, { not: condition }] } })).toEqual([true, false]);
  });
});

describe("what is no filter", () => {
  const deep = (levels: number): unknown =>
    levels === 0 ? { path: "data.a", op: "eq", value: 1 } : { not: deep(levels - 1) };
  const wide = (conditions: number) => ({
    all: Array.from({ length: conditions }, () => ({ path: "data.a", op: "eq", value: 1 })),
  });

  it.each([
    ["a path outside the data", { path: "type", op: "eq", value: 1 }, "Give a path into the event's data"],
    ["a path with a wildcard", { path: "data.*", op: "eq", value: 1 }, "Give a path into the event's data"],
    ["an unknown operator", { path: "data.a", op: "matches", value: "x" }, 'Give {"path", "op", "value"}'],
    ["an order among booleans", { path: "data.a", op: "gt", value: true }, "Give a number or a string."],
    ["an empty choice", { path: "data.a", op: "in", value: [] }, "Give at least one value."],
    ["an empty group", { all: [] }, "Give at least one condition."],
    ["two groups in one", { all: [{ path: "data.a", op: "eq", value: 1 }], any: [] }, ""],
    ["nothing", {}, 'Give {"path", "op", "value"}'],
    ["half a character", { path: "data.a", op: "eq", value: "\ud800" }, ""],
    ["U+0000", { path: "data.a", op: "startsWith", value: "\u0000" }, "Use whole characters."],
    ["51 conditions", wide(51), "at most 50 conditions"],
    ["six levels", deep(6), "at most 5 deep"],
    ["ten thousand levels", deep(5_000), "at most 5 deep"],
  ])("%s is refused, in words", (_, filter, words) => {
    const { success, error } = filterSchema.safeParse(filter);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toContain(words);
  });

  it("50 conditions and five levels are taken", () => {
    expect(filterSchema.safeParse(wide(50)).success).toBe(true);
    expect(filterSchema.safeParse(deep(5)).success).toBe(true);
  });
});
