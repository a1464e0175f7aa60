import { expect, it } from "vitest";
import { seededRandom } from "../lib/testing/random";
import { Pacer, type Turn } from "./pacer";

it.each([1, 3, 50])("lets no more than %d arrive in any one second, however long each is on its way", (rate) => {
  const random = seededRandom();
  const pacer = new Pacer();
  const arrivals: number[] = [];
  const underWay: { turn: Turn; endsAt: number }[] = [];
  for (let now = 0; now < 20_000; now += 1 + random.int(20)) {
    for (const { turn, endsAt } of underWay) if (endsAt <= now && turn.at < endsAt) turn.at = endsAt;
    const turn = pacer.take(rate, now);
    if (typeof turn === "number") continue;
    const endsAt = now + random.int(200);
    underWay.push({ turn, endsAt });
    arrivals.push(now + random.int(endsAt - now + 1));
  }
  for (const first of arrivals) {
    const within = arrivals.filter((at) => at >= first && at < first + 1_000);
    expect(within.length, `seed ${random.seed}`).toBeLessThanOrEqual(rate);
  }
  expect(arrivals.length).toBeGreaterThan(rate * 10);
});

it("keeps to a new rate at once, with what went before in mind", () => {
  const pacer = new Pacer();
  for (let i = 0; i < 10; i++) expect(pacer.take(10, i)).toEqual({ at: i });
  expect(pacer.take(2, 10)).toBe(998);
  expect(pacer.take(20, 11)).toEqual({ at: 11 });
});
