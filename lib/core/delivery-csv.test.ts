import { expect, it } from "vitest";
import { sampleDelivery } from "../api/samples";
import { CSV_HEADING, csvLine } from "./delivery-csv";

const titled = (webhookTitle: string) =>
  csvLine({ ...sampleDelivery, webhookTitle })
    .split(",")
    .slice(4)
    .join(",");

it("a line has a cell for each heading", () => {
  expect(csvLine(sampleDelivery).split(",")).toHaveLength(CSV_HEADING.split(",").length);
  expect(csvLine(sampleDelivery)).toMatch(/^dlv_.*\r\n$/);
});

it.each([
  ["Plain", "Plain"],
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+49 30", "'+49 30"],
  ["-2", "'-2"],
  ["\tx", "'\tx"],
  ['say "hi", you', '"say ""hi"", you"'],
  ["=a\nb", '"\'=a\nb"'],
])("a title that is %j is no formula and breaks no line", (title, expected) => {
  expect(titled(title).startsWith(`${expected},`)).toBe(true);
});
