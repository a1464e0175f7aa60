import { describe, expect, it } from "vitest";
import { uuidV7 } from "./ids";
import { advance, countGiven, decodePosition, encodePosition, positionAt, requestsQuerySchema } from "./signed-request";

const at = (ms: number, byte = 0) => uuidV7(ms, new Uint8Array(10).fill(byte));
const START = 1_800_000_000_000;

/** Reads as the use case does, from rows that appear as told. */
function read(position: ReturnType<typeof positionAt>, rows: readonly string[], limit: number) {
  const ids = rows
    .toSorted()
    .filter((id) => id > position.floor)
    .slice(0, position.known + limit);
  const skip = countGiven(ids, position);
  const until = Math.min(ids.length, skip + limit);
  return { given: ids.slice(skip, until), position: until > skip ? advance(position, ids.slice(0, until)) : position };
}

describe("a listener's position", () => {
  it("gives each row once, page by page, and nothing while there is nothing new", () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => at(START + index));
    let position = positionAt(at(START - 1));
    const given: string[] = [];
    for (let page = read(position, rows, 7); page.given.length > 0; page = read(position, rows, 7)) {
      given.push(...page.given);
      position = page.position;
      expect(position.known).toBeLessThanOrEqual(200);
    }
    expect(given).toEqual(rows);
    expect(read(position, rows, 7)).toEqual({ given: [], position });
  });

  it("misses none of those that are committed late: some come again, all come", () => {
    const [early, late, last, next] = [at(START, 1), at(START + 1, 2), at(START + 2, 3), at(START + 5_000, 4)];
    const first = read(positionAt(at(START - 1)), [early, last], 50);
    expect(first.given).toEqual([early, last]);
    const second = read(first.position, [early, late, last], 50);
    expect(second.given).toContain(late);
    expect(read(second.position, [early, late, last, next], 50).given).toEqual([next]);
  });

  it("goes on after a while in which old rows have settled", () => {
    const rows = [at(START), at(START + 60_000), at(START + 120_000)];
    let { position } = read(positionAt(at(START - 1)), rows.slice(0, 1), 50);
    ({ position } = read(position, rows.slice(0, 2), 50));
    expect(position.known).toBe(1);
    expect(read(position, rows, 50).given).toEqual(rows.slice(2));
  });

  it("is the same after a way through a cursor; what is no cursor is none", () => {
    const position = { floor: at(START), last: at(START + 9), known: 200 };
    expect(decodePosition(encodePosition(position))).toEqual(position);
    for (const odd of ["", "abc", "%", encodePosition(position).slice(2), `${encodePosition(position)}AA`]) {
      expect([odd, decodePosition(odd)]).toEqual([odd, undefined]);
    }
  });
});

it.each([
  [{ last: "0" }, "last"],
  [{ last: "201" }, "last"],
  [{ limit: "51" }, "limit"],
  [{ waitSeconds: "1e9" }, "waitSeconds"],
  [{ waitSeconds: "x" }, "waitSeconds"],
  [{ since: "yesterday" }, "since"],
  [{ since: "2026-01-01T00:00:00Z", last: "5" }, "after"],
])("a query %j is refused at %s", (query, field) => {
  const { error } = requestsQuerySchema.safeParse(query);
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
