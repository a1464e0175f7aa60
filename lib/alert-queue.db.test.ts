import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { runAlertTasks } from "./alert-queue";
import { env } from "./env";
import { closeQueue } from "./queue";
import { waitUntil } from "./testing/wait";

const redis = new Redis(env().REDIS_URL);
afterAll(async () => {
  redis.disconnect();
  await closeQueue();
});

it("the clock goes on after Redis was emptied, with each worker's help", async () => {
  let looks = 0;
  const tasks = { look: { everyMs: 100, run: () => Promise.resolve(void looks++) } };
  const [one, two] = [runAlertTasks(tasks), runAlertTasks(tasks)];
  try {
    await waitUntil("it ticks", () => looks > 3, 10_000);
    await redis.flushall();
    const before = looks;
    await waitUntil("it ticks again", () => looks > before + 3, 15_000);
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
});

it("a task that hangs holds up no other, and never runs twice at once in a process", async () => {
  let [running, most, looks] = [0, 0, 0];
  let release: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => (release = resolve));
  const hang = async () => {
    most = Math.max(most, ++running);
    await hanging;
    running--;
  };
  const clock = runAlertTasks({
    hang: { everyMs: 50, run: hang },
    look: { everyMs: 50, run: () => Promise.resolve(void looks++) },
  });
  try {
    await waitUntil("it hangs", () => running === 1, 10_000);
    const before = looks;
    await waitUntil("the other goes on", () => looks > before + 20, 15_000);
    expect(most).toBe(1);
  } finally {
    release();
    await clock.close();
  }
});
