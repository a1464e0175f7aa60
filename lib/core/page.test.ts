import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cutPage, decodeCursor, pageQuery } from "./page";

const uuidOf = (index: number) => `019d2421-4f6e-7000-8000-${index.toString(16).padStart(12, "0")}`;
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ uuid: uuidOf(index) }));
const cut = (count: number, limit: number) => cutPage(rowsOf(count), limit, ({ uuid }) => uuid);

describe("a page", () => {
  it("that isn't the last leads to the rows after its last one", () => {
    const { rows, nextCursor } = cut(4, 3);
    expect(rows).toEqual(rowsOf(3));
    expect(decodeCursor(nextCursor ?? "")).toBe(uuidOf(2));
  });

  it.each([0, 1, 3])("of 3 with %d rows is the last", (count) => {
    expect(cut(count, 3)).toEqual({ rows: rowsOf(count), nextCursor: null });
  });
});

describe("a cursor", () => {
  it.each(["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", uuidOf(77)])(
    "gives %s back, from text fit for a URL that shows no uuid",
    (uuid) => {
      const { nextCursor } = cutPage([uuid, uuid], 1, (row) => row);
      expect(nextCursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(nextCursor).not.toContain(uuid);
      expect(decodeCursor(nextCursor ?? "")).toBe(uuid);
    },
  );

  it.each([
    "",
    "x",
    "garbage",
    "null",
    uuidOf(1),
    "A".repeat(21),
    "A".repeat(23),
    "A".repeat(200),
    "🚀".repeat(22),
    "' OR 1=1",
  ])("%j is none of ours", (cursor) => {
    expect(decodeCursor(cursor)).toBeUndefined();
  });
});

describe("a page's query", () => {
  const schema = z.strictObject(pageQuery);

  it.each([
    [{}, { limit: 50 }],
    [{ limit: "1" }, { limit: 1 }],
    [
      { limit: "200", cursor: "abc" },
      { limit: 200, cursor: "abc" },
    ],
  ])("%j is understood", (query, parsed) => {
    expect(schema.parse(query)).toEqual(parsed);
  });

  it.each([
    { limit: "0" },
    { limit: "201" },
    { limit: "-1" },
    { limit: "1.5" },
    { limit: "many" },
    { limit: "" },
    { limit: "Infinity" },
  ])("%j is refused in words", (query) => {
    expect(schema.safeParse(query).error?.issues[0]?.message).toBe("Give a whole number from 1 to 200.");
  });

  it("a cursor longer than any of ours is refused", () => {
    expect(schema.safeParse({ cursor: "a".repeat(201) }).success).toBe(false);
  });
});
