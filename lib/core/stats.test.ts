import { describe, expect, it } from "vitest";
import { statsQuerySchema, statsRange } from "./stats";

const NOW = new Date("2026-03-25T08:22:50.254Z");
const rangeOf = (query: Record<string, string>) => {
  const range = statsRange(statsQuerySchema.parse(query), NOW);
  return "fields" in range ? range.fields : [range.from.toISOString(), range.to.toISOString()];
};

describe("the span of the numbers", () => {
  it.each([
    [{}, "2026-03-24T09:00:00.000Z", "2026-03-25T09:00:00.000Z"],
    [{ bucket: "minute" }, "2026-03-25T07:59:00.000Z", "2026-03-25T08:23:00.000Z"],
    [
      { from: "2026-03-11T08:23:00Z", to: "2026-03-11T09:00:00Z", bucket: "minute" },
      "2026-03-11T08:23:00.000Z",
      "2026-03-11T09:00:00.000Z",
    ],
    [{ bucket: "day", to: "2026-03-25T00:00:00Z" }, "2026-03-01T00:00:00.000Z", "2026-03-25T00:00:00.000Z"],
    [
      { from: "2026-03-25T10:30:00+02:00", to: "2026-03-25T08:31:00Z" },
      "2026-03-25T08:00:00.000Z",
      "2026-03-25T09:00:00.000Z",
    ],
  ])("of %j is whole buckets", (query, from, to) => {
    expect(rangeOf(query as Record<string, string>)).toEqual([from, to]);
  });

  it.each([
    [{ from: "2026-03-25T08:00:00Z", to: "2026-03-25T08:00:00Z" }, "from"],
    [{ from: "2027-01-01T00:00:00Z" }, "from"],
    [{ from: "2020-01-01T00:00:00Z" }, "bucket"],
    [{ from: "0001-01-01T00:00:00Z", bucket: "day" }, "bucket"],
    [{ to: "9999-12-31T23:59:59.999Z" }, "to"],
    [{ to: "0001-01-01T02:00:00Z" }, "to"],
    [{ from: "2026-03-11T08:22:00Z", to: "2026-03-11T09:00:00Z", bucket: "minute" }, "bucket"],
  ])("of %j is refused", (query, field) => {
    expect(Object.keys(rangeOf(query as Record<string, string>))).toEqual([field]);
  });
});
