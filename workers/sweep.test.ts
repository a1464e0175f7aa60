import { expect, it } from "vitest";
import { createSweep } from "./sweep";

it("rings at once for what becomes due, and every five seconds for what stays so", async () => {
  const world = { nowMs: 0, due: ["a"], rung: [] as string[][] };
  const sweep = createSweep({
    findDueWebhooks: async () => world.due,
    ring: async (ids) => void world.rung.push([...ids]),
    now: () => world.nowMs,
  });
  await sweep();
  world.nowMs = 1_000;
  world.due = ["a", "b"];
  await sweep();
  world.nowMs = 5_000;
  await sweep();
  expect(world.rung).toEqual([["a"], ["b"], ["a"]]);
  world.due = [];
  await sweep();
  world.due = ["a", "b"];
  await sweep();
  expect(world.rung.slice(3)).toEqual([[], ["a", "b"]]);
});
