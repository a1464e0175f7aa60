import { describe, expect, it } from "vitest";
import { batched } from "./batched";

function makeBatched(maxWeight = 10) {
  const world = { asked: [] as string[][], finish: [] as ((outcome?: Error) => void)[] };
  const ask = batched<string, string>(
    (questions) =>
      new Promise((resolve, reject) => {
        world.asked.push(questions);
        world.finish.push((error) => (error ? reject(error) : resolve(questions.map((text) => `${text}!`))));
      }),
    { keyOf: (text) => text[0] ?? "", maxWeight },
  );
  return { world, ask };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("questions", () => {
  it("of one turn of the event loop go together, and each gets its own answer", async () => {
    const { world, ask } = makeBatched();
    const answers = Promise.all([ask("a"), ask("b")]);
    await turn();
    world.finish[0]?.();
    expect([await answers, world.asked]).toEqual([["a!", "b!"], [["a", "b"]]]);
  });

  it("asked while a statement is under way wait for the next one", async () => {
    const { world, ask } = makeBatched();
    void ask("a");
    await turn();
    void ask("b");
    void ask("c");
    await turn();
    expect(world.asked).toEqual([["a"]]);
    world.finish[0]?.();
    await turn();
    expect(world.asked).toEqual([["a"], ["b", "c"]]);
  });

  it("with the same key never go together, and no more than the weight allows", async () => {
    const { world, ask } = makeBatched(2);
    for (const text of ["a1", "a2", "b", "c"]) void ask(text);
    await turn();
    world.finish[0]?.();
    await turn();
    world.finish[1]?.();
    await turn();
    expect(world.asked[0]).toEqual(["a1"]);
    expect(world.asked.flat().toSorted()).toEqual(["a1", "a2", "b", "c"]);
    for (const questions of world.asked) expect(questions.length).toBeLessThanOrEqual(2);
  });

  it("fail together, and the next ones are asked all the same", async () => {
    const { world, ask } = makeBatched();
    const failing = Promise.allSettled([ask("a"), ask("b")]);
    await turn();
    world.finish[0]?.(new Error("away"));
    expect((await failing).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = ask("c");
    await turn();
    world.finish[1]?.();
    expect(await next).toBe("c!");
  });
});
