import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterSchema, type Filter } from "./filter";
import { filterOf, rowsOf } from "./filter-rows";

const rows = (...texts: string[]) =>
  filterOf({ join: "all", rows: texts.map((text) => ({ path: "data.a", op: "eq", text })) });
const values = (filter: unknown) => (filter as { all: { value: unknown }[] }).all.map(({ value }) => value);

describe("rows", () => {
  it("give the value that was meant", () => {
    const typed = ["50", "-1.5e3", "true", "null", '"50"', "hot", "+49 30", "2026-03-25", "", "0x10"];
    expect(values(rows(...typed))).toEqual([50, -1500, true, null, "50", "hot", "+49 30", "2026-03-25", "", "0x10"]);
  });

  it("take a list apart at its commas, except within quotes", () => {
    const list = filterOf({ join: "any", rows: [{ path: "data.a", op: "in", text: 'Graz, 7, "Linz, Ost",' }] });
    expect(list).toEqual({ any: [{ path: "data.a", op: "in", value: ["Graz", 7, "Linz, Ost"] }] });
  });

  it("give back any filter of one level as it was", () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const words = scalar.filter((value) => typeof value !== "string" || !value.includes("\u0000"));
    const condition = fc.oneof(
      fc.record({ path: fc.constant("data.a"), op: fc.constantFrom("eq", "ne", "contains"), value: words }),
      fc.record({ path: fc.constant("data.a"), op: fc.constant("in"), value: fc.array(words, { minLength: 1 }) }),
      fc.record({ path: fc.constant("data.a"), op: fc.constant("exists"), value: fc.boolean() }),
    );
    const parts = fc.array(condition, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.constantFrom("all", "any"), (conditions, join) => {
        const parsed = filterSchema.safeParse({ [join]: conditions });
        fc.pre(parsed.success);
        const shown = rowsOf(parsed.data as Filter);
        expect(shown && filterOf(shown)).toEqual(parsed.data);
      }),
      { examples: [[[{ path: "data.a", op: "in", value: ['"', ","] }], "all"]] },
    );
  });

  it("don't show what has groups in groups, and are nothing where there is none", () => {
    const condition: Filter = { path: "data.a", op: "eq", value: 1 };
    expect(rowsOf({ not: condition })).toBeUndefined();
    expect(rowsOf({ all: [condition, { any: [condition] }] })).toBeUndefined();
    expect(rowsOf(condition)?.rows).toHaveLength(1);
    expect(filterOf({ join: "all", rows: [] })).toBeNull();
  });
});
