import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testEnvironment } from "../lib/testing/environment";
import { repeat } from "./repeat";

Object.assign(process.env, testEnvironment({ databaseUrl: "postgresql://unused", redisUrl: "redis://unused" }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const EVERY_MS = 1_000;
const rounds = (count: number) => vi.advanceTimersByTimeAsync(count * EVERY_MS);

it("runs at once, then again and again until it is stopped", async () => {
  const task = vi.fn(async () => undefined);
  const repeated = repeat("task", EVERY_MS, task);
  expect(task).toHaveBeenCalledTimes(1);
  await rounds(3);
  expect(task).toHaveBeenCalledTimes(4);
  await repeated.stop();
  await rounds(3);
  expect(task).toHaveBeenCalledTimes(4);
});

it("runs on after a failure", async () => {
  const task = vi.fn(() => Promise.reject(new Error("database away")));
  const repeated = repeat("task", EVERY_MS, task);
  await rounds(3);
  expect(task).toHaveBeenCalledTimes(4);
  await repeated.stop();
});

it("never runs twice at once, however long a round takes", async () => {
  const finish: (() => void)[] = [];
  const task = vi.fn(() => new Promise<void>((resolve) => finish.push(resolve)));
  const repeated = repeat("task", EVERY_MS, task);
  await rounds(10);
  expect(task).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await rounds(1);
  expect(task).toHaveBeenCalledTimes(2);
  finish[1]?.();
  await repeated.stop();
});

it("stops only when the round under way is over, and starts no other", async () => {
  let finish: () => void = () => undefined;
  const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const repeated = repeat("task", EVERY_MS, task);
  let isStopped = false;
  const stopping = repeated.stop().then(() => (isStopped = true));
  await rounds(5);
  expect(isStopped).toBe(false);
  finish();
  await stopping;
  await rounds(5);
  expect(task).toHaveBeenCalledTimes(1);
});
