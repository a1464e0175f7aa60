import { describe, expect, it } from "vitest";
import { seededRandom, type Random } from "../testing/random";
import { risingIds } from "./rising-ids";

const NOW = Date.UTC(2026, 2, 25, 8, 22, 50, 254);
const timeOf = (uuid: string) => Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16);
const bytes = ({ int }: Random) => Uint8Array.from({ length: 10 }, () => int(256));

describe("risingIds", () => {
  it("rise whatever the clock does: stand still, run, leap and step back", () => {
    for (let round = 0; round < 20; round++) {
      const random = seededRandom();
      let nowMs = NOW;
      const newId = risingIds(
        () => nowMs,
        () => bytes(random),
      );
      let before = "";
      for (let i = 0; i < 10_000; i++) {
        if (random.int(50) === 0) nowMs += random.pick([0, 1, 1, 2, 1000, -1, -5000, -3_600_000]);
        const id = newId();
        if (id <= before) expect.fail(`${id} after ${before}, seed ${random.seed}`);
        before = id;
      }
    }
  });

  it("hold the clock's time whenever it goes on", () => {
    const random = seededRandom();
    let nowMs = NOW;
    const newId = risingIds(
      () => nowMs++,
      () => bytes(random),
    );
    for (let i = 0; i < 1_000; i++) expect(timeOf(newId())).toBe(NOW + i);
  });

  it("borrow from the next millisecond where one has no number left", () => {
    const newId = risingIds(
      () => NOW,
      () => new Uint8Array(10).fill(0xff),
    );
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(timeOf(ids.at(-1) ?? "") - NOW).toBe(4);
  });

  it("differ between processes at the same millisecond", () => {
    const random = seededRandom();
    const source = () =>
      risingIds(
        () => NOW,
        () => bytes(random),
      );
    expect(source()()).not.toBe(source()());
  });
});
