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

/** Statements that end when they are told to; a question weighs as much as it is long. */
function makeCommits(fails: (questions: string[]) => Error | undefined = () => undefined) {
  const groups: string[][] = [];
  const ends: (() => void)[] = [];
  const commit = batched<string, string>(
    async (questions) => {
      groups.push(questions);
      await new Promise<void>((resolve) => ends.push(resolve));
      const error = fails(questions);
      if (error) throw error;
      return questions.map((text) => text.toUpperCase());
    },
    {
      weightOf: (text) => text.length,
      maxWeight: 4,
      maxUnderWay: 2,
      isWorthIsolating: (error) => (error as Error).message !== "away",
    },
  );
  const endAll = async () => {
    for (let idle = 0; idle < 3; idle++) {
      if (ends.length > 0) idle = 0;
      for (const end of ends.splice(0)) end();
      await turn();
    }
  };
  return { commit, groups, endAll };
}

describe("two statements at once", () => {
  it("take what comes while both are under way together in the next, each with its own answer", async () => {
    const { commit, groups, endAll } = makeCommits();
    const first = commit("a");
    await turn();
    const second = commit("b");
    await turn();
    const rest = ["c", "d", "e"].map(commit);
    await turn();
    expect(groups).toEqual([["a"], ["b"]]);
    await endAll();
    expect(groups).toEqual([["a"], ["b"], ["c", "d", "e"]]);
    expect(await Promise.all([first, second, ...rest])).toEqual(["A", "B", "C", "D", "E"]);
  });

  it("let no group grow beyond its weight, and a heavier question go alone", async () => {
    const { commit, groups, endAll } = makeCommits();
    const all = ["aa", "bb", "c", "dddddd", "e"].map(commit);
    await endAll();
    expect(groups).toEqual([["aa", "bb"], ["c"], ["dddddd"], ["e"]]);
    expect(await Promise.all(all)).toEqual(["AA", "BB", "C", "DDDDDD", "E"]);
  });

  it("ask again one by one what failed together, so that only the one at fault fails", async () => {
    const { commit, groups, endAll } = makeCommits((questions) =>
      questions.includes("x") ? new Error("bad") : undefined,
    );
    const all = Promise.allSettled(["a", "x", "b"].map(commit));
    await endAll();
    expect(groups).toEqual([["a", "x", "b"], ["a"], ["x"], ["b"]]);
    expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("fail at once where asking again makes no sense", async () => {
    const { commit, groups, endAll } = makeCommits(() => new Error("away"));
    const all = Promise.allSettled(["a", "b"].map(commit));
    await endAll();
    expect(groups).toEqual([["a", "b"]]);
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
