import { describe, expect, it } from "vitest";
import { Slots } from "./slots";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for so many slots for a webhook. @returns how many it has got by now */
function ask(slots: Slots, webhookId: string, count: number) {
  let got = 0;
  for (let i = 0; i < count; i++) void Promise.resolve(slots.acquire(webhookId)).then(() => got++);
  return async () => {
    await turn();
    return got;
  };
}

describe("slots", () => {
  it("leave more than half of them to others, whatever one webhook asks for", async () => {
    const slots = new Slots(100);
    expect(await ask(slots, "hog", 1_000)()).toBe(38);
    expect(slots.held("hog")).toBe(38);
    expect(await ask(slots, "small", 10)()).toBe(10);
  });

  it("go to a newcomer as soon as one is given back, however many others wait for more", async () => {
    const slots = new Slots(100);
    for (let i = 0; i < 20; i++) ask(slots, `hog ${i}`, 50);
    await turn();
    const newcomer = ask(slots, "newcomer", 1);
    for (let i = 0; (await newcomer()) === 0; i++) {
      // Others that have none yet come first, and there are not many of them.
      expect(i).toBeLessThan(20);
      slots.release("hog 0");
    }
    expect(slots.held("newcomer")).toBe(1);
  });

  it("go on to who waits when one is given back, in turn between webhooks", async () => {
    const slots = new Slots(4);
    const a = ask(slots, "a", 10);
    const b = ask(slots, "b", 10);
    expect([await a(), await b()]).toEqual([2, 1]);
    for (let i = 0; i < 20; i++) {
      slots.release(i % 3 === 0 ? "b" : "a");
      await turn();
      expect(slots.held("a") + slots.held("b")).toBeGreaterThanOrEqual(2);
      expect(slots.held("a") + slots.held("b")).toBeLessThanOrEqual(4);
      if (slots.held("a") === 0 || slots.held("b") === 0) break;
    }
    expect((await a()) + (await b())).toBeGreaterThan(3);
  });

  it("are all free again when all have been given back", async () => {
    const slots = new Slots(10);
    const got = ask(slots, "a", 4);
    expect(await got()).toBe(4);
    for (let i = 0; i < 4; i++) slots.release("a");
    expect(slots.held("a")).toBe(0);
    expect(await ask(slots, "b", 4)()).toBe(4);
    expect(() => slots.release("a")).toThrow("never acquired");
  });

  it("are there for each that has none, while many others hold all they may", async () => {
    const slots = new Slots(100);
    for (let i = 0; i < 20; i++) ask(slots, `hangs ${i}`, 16);
    await turn();
    const others = Array.from({ length: 5 }, (_, i) => ask(slots, `answers ${i}`, 1));
    expect(await Promise.all(others.map((got) => got()))).toEqual([1, 1, 1, 1, 1]);
    expect(slots.available("hangs 0")).toBe(0);
  });

  it("wake whoever asked, once, at the webhook's next release", async () => {
    const slots = new Slots(10);
    let woken = 0;
    await slots.acquire("a");
    await slots.acquire("a");
    slots.onceFree("a", () => woken++);
    slots.release("a");
    slots.release("a");
    expect(woken).toBe(1);
  });
});
