import { describe, expect, it } from "vitest";
import { formatBytes, formatCompact, formatNumber, formatPercent } from "./number";

describe("numbers", () => {
  it.each([
    [0, "0"],
    [12847, "12,847"],
    [918204, "918,204"],
  ])("groups %d by thousands", (value, text) => expect(formatNumber(value)).toBe(text));

  it.each([
    [400, "400"],
    [1200, "1.2 k"],
    [918204, "918.2 k"],
    [999_960, "1 M"],
  ])("shortens %d for charts", (value, text) => expect(formatCompact(value)).toBe(text));

  it.each([
    [1, "100 %"],
    [0.99999, "99.9 %"],
    [0.614, "61.4 %"],
    [0.00001, "0.1 %"],
    [0, "0 %"],
  ])("never rounds the ratio %d to a perfect or a hopeless one", (ratio, text) =>
    expect(formatPercent(ratio)).toBe(text),
  );

  it.each([
    [214, "214 B"],
    [1234, "1.2 kB"],
    [3_400_000, "3.4 MB"],
  ])("sizes %d", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it("are written as the language does", () => {
    expect([formatNumber(12847, "de"), formatPercent(0.614, "de"), formatBytes(1234, "de")]).toEqual([
      "12.847",
      "61,4 %",
      "1,2 kB",
    ]);
  });
});
