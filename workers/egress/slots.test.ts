import { expect, it } from "vitest";
import { Slots } from "./slots";

it("lets in as many as there are slots, and the others one by one in the order they came", async () => {
  const slots = new Slots(2);
  const entered: number[] = [];
  const all = [0, 1, 2, 3, 4].map((number) => slots.acquire().then(() => entered.push(number)));
  const turn = () => new Promise(setImmediate);
  await turn();
  expect(entered).toEqual([0, 1]);
  slots.release();
  await turn();
  expect(entered).toEqual([0, 1, 2]);
  slots.release();
  slots.release();
  await Promise.all(all);
  expect(entered).toEqual([0, 1, 2, 3, 4]);
  // Both slots are still taken, by the last two.
  void slots.acquire().then(() => entered.push(5));
  await turn();
  expect(entered).not.toContain(5);
});

it("a slot nobody waits for is free for the next", async () => {
  const slots = new Slots(1);
  await slots.acquire();
  slots.release();
  await slots.acquire();
});
