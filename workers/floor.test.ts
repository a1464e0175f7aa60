import { describe, expect, it } from "vitest";
import { Floor } from "./floor";

const turn = () => new Promise((resolve) => setImmediate(resolve));

function come(floor: Floor, name: string, log: string[]) {
  const came = floor.enter().then((leave) => {
    log.push(name);
    return leave;
  });
  return async () => (await came)();
}

describe("the floor", () => {
  it("holds as many as it has places; the next come in their order as others leave", async () => {
    const floor = new Floor(2);
    const log: string[] = [];
    const [leaveA, leaveB] = ["a", "b", "c", "d"].map((name) => come(floor, name, log));
    await turn();
    expect(log).toEqual(["a", "b"]);
    await leaveB?.();
    await turn();
    expect(log).toEqual(["a", "b", "c"]);
    await leaveA?.();
    await turn();
    expect(log).toEqual(["a", "b", "c", "d"]);
  });

  it("gives nobody's place away twice", async () => {
    const floor = new Floor(1);
    const log: string[] = [];
    const leave = come(floor, "a", log);
    come(floor, "b", log);
    come(floor, "c", log);
    await leave();
    await leave();
    await turn();
    expect(log).toEqual(["a", "b"]);
  });
});
