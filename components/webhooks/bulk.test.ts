import { expect, it } from "vitest";
import { runBulk } from "./bulk";

it("one that is refused stops none of the others, and says why", async () => {
  const seen: number[] = [];
  const outcome = await runBulk(
    ["a", "b", "c", "d", "e", "f"],
    (item) => (item === "c" ? Promise.reject(new Error("not this one")) : Promise.resolve()),
    (ended) => seen.push(ended),
  );
  expect(outcome.succeeded.toSorted()).toEqual(["a", "b", "d", "e", "f"]);
  expect(outcome.failed).toEqual([{ item: "c", reason: "not this one" }]);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

it("no more than four are under way at once", async () => {
  let now = 0;
  let most = 0;
  const act = async () => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
  };
  await runBulk(
    Array.from({ length: 20 }, (_, index) => index),
    act,
    () => undefined,
  );
  expect(most).toBe(4);
});

it("nothing to do is done", async () => {
  const outcome = await runBulk(
    [],
    () => Promise.resolve(),
    () => undefined,
  );
  expect(outcome).toEqual({ succeeded: [], failed: [] });
});
