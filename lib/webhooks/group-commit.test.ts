import { describe, expect, it } from "vitest";
import { groupCommit } from "./group-commit";

/** Writes that end when they are told to. */
function controlled(fails: (items: string[]) => Error | undefined = () => undefined) {
  const groups: string[][] = [];
  const ends: (() => void)[] = [];
  const commit = groupCommit<string, string>({
    write: async (items) => {
      groups.push(items);
      await new Promise<void>((resolve) => ends.push(resolve));
      const error = fails(items);
      if (error) throw error;
      return items.map((item) => item.toUpperCase());
    },
    sizeOf: (item) => item.length,
    maxSize: 4,
    isWorthIsolating: (error) => (error as Error).message !== "away",
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const endAll = async () => {
    for (let idle = 0; idle < 3; idle++) {
      if (ends.length > 0) idle = 0;
      for (const end of ends.splice(0)) end();
      await turn();
    }
  };
  return { commit, groups, turn, endAll };
}

describe("groupCommit", () => {
  it("sends what comes while two writes are under way together, and answers each with its own result", async () => {
    const { commit, groups, turn, endAll } = controlled();
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

  it("lets no group grow beyond its size, and a larger item go alone", async () => {
    const { commit, groups, endAll } = controlled();
    const all = ["aa", "bb", "c", "dddddd", "e"].map(commit);
    await endAll();
    expect(groups).toEqual([["aa", "bb"], ["c"], ["dddddd"], ["e"]]);
    expect(await Promise.all(all)).toEqual(["AA", "BB", "C", "DDDDDD", "E"]);
  });

  it("tries the members of a group that failed one by one, so that only the one at fault fails", async () => {
    const { commit, groups, endAll } = controlled((items) => (items.includes("x") ? new Error("bad") : undefined));
    const all = Promise.allSettled(["a", "x", "b"].map(commit));
    await endAll();
    expect(groups).toEqual([["a", "x", "b"], ["a"], ["x"], ["b"]]);
    expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("fails a whole group at once where trying again makes no sense", async () => {
    const { commit, groups, endAll } = controlled(() => new Error("away"));
    const all = Promise.allSettled(["a", "b"].map(commit));
    await endAll();
    expect(groups).toEqual([["a", "b"]]);
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
