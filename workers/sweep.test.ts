import { expect, it } from "vitest";
import { createSweep } from "./sweep";

it("rings at once for what becomes due, and less often for what stays so", async () => {
  const world = { nowMs: 0, due: ["a"], rung: [] as string[] };
  const sweep = createSweep({
    findDueWebhooks: async () => world.due,
    ring: async (ids) => void world.rung.push(ids.join()),
    now: () => world.nowMs,
  });
  const sweepAt = async (seconds: number, due: string[]) => {
    world.nowMs = seconds * 1_000;
    world.due = due;
    await sweep();
    return world.rung.at(-1);
  };
  for (const second of [0, 1, 2]) expect(await sweepAt(second, ["a"])).toBe("a");
  for (const second of [3, 4, 6]) expect(await sweepAt(second, ["a"])).toBe("");
  expect(await sweepAt(7, ["a", "b"])).toBe("a,b");
  expect(await sweepAt(8, ["a", "b"])).toBe("b");
  await sweepAt(9, []);
  expect(await sweepAt(10, ["a"])).toBe("a");
});
