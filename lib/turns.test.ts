import { expect, it } from "vitest";
import { turns } from "./turns";

/** Tasks that end when they are told to; says which are under way. */
function stage() {
  const running = new Map<string, () => void>();
  const task = (name: string) => () => new Promise<string>((resolve) => running.set(name, () => resolve(name)));
  const end = async (name: string) => {
    running.get(name)?.();
    running.delete(name);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { task, end, names: () => [...running.keys()] };
}

it("of one key one goes after another, of all no more than allowed, and a newcomer needn't wait for a long line", async () => {
  const { task, end, names } = stage();
  const inTurn = turns({ max: 2 });
  const all = ["a1", "a2", "a3", "b1", "c1"].map((name) => inTurn(name.charAt(0), task(name)));
  await end("nothing");
  expect(names()).toEqual(["a1", "b1"]);
  await end("a1");
  expect(names()).toEqual(["b1", "c1"]);
  await end("b1");
  expect(names()).toEqual(["c1", "a2"]);
  await end("a2");
  await end("a3");
  await end("c1");
  expect(await Promise.all(all)).toEqual(["a1", "a2", "a3", "b1", "c1"]);
});

it("a failure is its own task's alone", async () => {
  const inTurn = turns({ max: 1 });
  const failing = inTurn("a", () => Promise.reject(new Error("broken")));
  const next = inTurn("a", () => Promise.resolve("fine"));
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("fine");
});

it("who comes when too many wait is refused", async () => {
  const { task, end } = stage();
  const inTurn = turns({ max: 1, maxWaiting: 1 }, () => new Error("busy"));
  const [first, second] = [inTurn("a", task("1")), inTurn("a", task("2"))];
  await expect(inTurn("a", task("3"))).rejects.toThrow("busy");
  await end("1");
  await end("2");
  expect(await Promise.all([first, second])).toEqual(["1", "2"]);
});
