import { expect, it } from "vitest";
import { seededRandom } from "../testing/random";
import { diffHeaders, diffLines, isSame } from "./line-diff";

const shown = (left: string, right: string) =>
  diffLines([...left], [...right]).map((row) => (isSame(row) ? row.left : `${row.left ?? "-"}/${row.right ?? "-"}`));

it.each([
  ["abc", "abc", ["a", "b", "c"]],
  ["abc", "axc", ["a", "b/x", "c"]],
  ["abc", "ac", ["a", "b/-", "c"]],
  ["ac", "abc", ["a", "-/b", "c"]],
  ["", "ab", ["-/a", "-/b"]],
  ["aa", "a", ["a", "a/-"]],
  ["abcd", "bd", ["a/-", "b", "c/-", "d"]],
])("%s beside %s", (left, right, rows) => {
  expect(shown(left, right)).toEqual(rows);
});

it("has each line of either side once, in its order, whatever they are", () => {
  const random = seededRandom();
  const lines = () => Array.from({ length: random.int(12) }, () => random.pick(["a", "b", "c", ""]));
  for (let i = 0; i < 500; i++) {
    const [left, right] = [lines(), lines()];
    const rows = diffLines(left, right);
    expect(
      rows.flatMap((row) => row.left ?? []),
      `seed ${random.seed}`,
    ).toEqual(left);
    expect(
      rows.flatMap((row) => row.right ?? []),
      `seed ${random.seed}`,
    ).toEqual(right);
  }
});

it("very long texts are put beside each other, too", () => {
  const left = Array.from({ length: 5_000 }, (_, i) => `left ${i}`);
  const right = Array.from({ length: 4_000 }, (_, i) => `right ${i}`);
  expect(diffLines(left, right)).toHaveLength(5_000);
});

it("headers are compared by their names, however they are written", () => {
  expect(
    diffHeaders(
      [
        ["A", "1"],
        ["B", "2"],
      ],
      [
        ["b", "2"],
        ["a", "3"],
        ["C", "4"],
      ],
    ),
  ).toEqual([
    { left: "A: 1", right: "a: 3" },
    { left: "B: 2", right: "b: 2" },
    { left: null, right: "C: 4" },
  ]);
});
