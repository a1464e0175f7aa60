import { describe, expect, it } from "vitest";
import { fresh } from "./fresh";

function makeFresh() {
  const world = { nowMs: 0, loads: 0, finish: [] as ((outcome: number | Error) => void)[] };
  const load = () =>
    new Promise<number>((resolve, reject) => {
      world.loads++;
      world.finish.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
    });
  return { world, ...fresh({ load, now: () => world.nowMs, forMs: 500 }) };
}

describe("what was loaded", () => {
  it("is shared by all who ask while it loads, however long that takes", async () => {
    const { world, get } = makeFresh();
    const first = get("a");
    world.nowMs = 5_000;
    const second = get("a");
    world.finish[0]?.(1);
    expect([await first, await second, world.loads]).toEqual([1, 1, 1]);
  });

  it("is remembered for its time and no longer", async () => {
    const { world, get } = makeFresh();
    const first = get("a");
    world.finish[0]?.(1);
    await first;
    world.nowMs = 500;
    expect([await get("a"), world.loads]).toEqual([1, 1]);
    world.nowMs = 501;
    const second = get("a");
    world.finish[1]?.(2);
    expect(await second).toBe(2);
  });

  it("is kept apart by key, and forgotten when loading failed", async () => {
    const { world, get } = makeFresh();
    const [a, b] = [get("a"), get("b")];
    world.finish[0]?.(new Error("away"));
    world.finish[1]?.(2);
    await expect(a).rejects.toThrow("away");
    expect(await b).toBe(2);
    const again = get("a");
    world.finish[2]?.(3);
    expect([await again, world.loads]).toEqual([3, 3]);
  });

  it("is loaded anew once it is known to have changed, while an earlier load is under way, too", async () => {
    const { world, get, forget } = makeFresh();
    const before = get("a");
    forget("a");
    const after = get("a");
    world.finish[1]?.(2);
    world.finish[0]?.(1);
    expect([await before, await after, await get("a"), world.loads]).toEqual([1, 2, 2, 2]);
  });

  it("stays what it is where a load that was forgotten fails", async () => {
    const { world, get, forget } = makeFresh();
    const before = get("a");
    forget("a");
    const after = get("a");
    world.finish[1]?.(2);
    world.finish[0]?.(new Error("away"));
    await expect(before).rejects.toThrow("away");
    expect([await after, await get("a"), world.loads]).toEqual([2, 2, 2]);
  });
});
