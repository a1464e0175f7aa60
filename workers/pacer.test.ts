import { expect, it } from "vitest";
import { seededRandom } from "../lib/testing/random";
import { Pacer } from "./pacer";

it.each([1, 3, 50])("lets no more than %d begin in any one second, and as many where there is time", (rate) => {
  const random = seededRandom();
  const pacer = new Pacer();
  const begun: number[] = [];
  for (let now = 0; now < 20_000;) {
    const waitMs = pacer.msUntilTurn(rate, now);
    if (waitMs === 0) begun.push(now);
    now += waitMs > 0 && random.int(2) ? waitMs : random.int(40);
  }
  for (const [index, at] of begun.entries()) {
    const within = begun.slice(index).filter((other) => other < at + 1_000);
    expect(within.length, `seed ${random.seed}`).toBeLessThanOrEqual(rate);
  }
  expect(begun.length).toBeGreaterThan(Math.min(rate * 10, 400));
});

it("keeps to a new rate at once, with what went before in mind", () => {
  const pacer = new Pacer();
  for (let i = 0; i < 10; i++) expect(pacer.msUntilTurn(10, i)).toBe(0);
  expect(pacer.msUntilTurn(2, 10)).toBe(998);
  expect(pacer.msUntilTurn(20, 11)).toBe(0);
});
