import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterEach, expect, it } from "vitest";
import { windowAt } from "./core/rate-limit";
import { env } from "./env";
import { createRateLimiter, type RateLimiter } from "./rate-limits";
import { waitUntil } from "./testing/wait";

const open: RateLimiter[] = [];
const limiter = (redisUrl = env().REDIS_URL) => {
  const made = createRateLimiter(redisUrl, 2);
  open.push(made);
  return made;
};
afterEach(() => {
  for (const made of open.splice(0)) made.close();
});

/** @returns how many of them were admitted */
const ask = (its: RateLimiter, key: string, times: number, nowMs: number) =>
  Array.from({ length: times }, () => its.admit(key, nowMs)).filter(({ isAdmitted }) => isAdmitted).length;

/** Long enough before its end that a test is through with it. */
async function freshWindow(): Promise<number> {
  await waitUntil("a window has time left", () => windowAt(Date.now()) === windowAt(Date.now() + 5_000), 10_000);
  return Date.now();
}

it("two processes share what a key may send, and no key takes another's", async () => {
  const [one, other, key] = [limiter(), limiter(), randomUUID()];
  const now = await freshWindow();
  expect(ask(one, key, 15, now)).toBe(15);
  const redis = new Redis(env().REDIS_URL);
  await waitUntil("Redis was told", async () => (await redis.get(`rate:${key}:${windowAt(now)}`)) === "15", 5_000);
  expect(ask(other, key, 1, now)).toBe(1);
  const leftForOther = () => other.admit(key, now).remaining;
  await waitUntil("the other has learnt of them", () => leftForOther() < 5, 5_000);
  expect(ask(other, key, 100, now)).toBeLessThanOrEqual(4);
  expect(ask(other, randomUUID(), 100, now)).toBe(20);
  expect(await redis.ttl(`rate:${key}:${windowAt(now)}`)).toBeGreaterThan(0);
  await redis.quit();
});

it("a window that is over is forgotten, and the next begins with nothing", async () => {
  const [its, key] = [limiter(), randomUUID()];
  const now = await freshWindow();
  expect(ask(its, key, 100, now)).toBe(20);
  expect(ask(its, key, 100, now + 10_000)).toBe(20);
});

it("without Redis a process counts for itself", async () => {
  const [its, key] = [limiter("redis://127.0.0.1:1"), randomUUID()];
  const now = await freshWindow();
  expect(ask(its, key, 30, now)).toBe(20);
  expect(its.admit(key, now)).toMatchObject({ isAdmitted: false, remaining: 0 });
});
