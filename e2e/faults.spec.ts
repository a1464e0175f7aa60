import { expect, test } from "@playwright/test";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { workerOf } from "../lib/testing/product";
import { startReceiver, type Receiver } from "../lib/testing/documented-receiver";
import { isGenuine } from "../lib/testing/documented-verifiers";

test.beforeEach(deleteAllWebhooks);

const eventIds = (receiver: Receiver) => new Set(receiver.received.map(({ headers }) => headers["x-sydx-event-id"]));

async function publishMany(count: number, type: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let i = 0; i < count; i += 50) {
    const batch = Array.from({ length: Math.min(50, count - i) }, (_, j) => ({ type, data: { i: i + j } }));
    const answers = await Promise.all(batch.map((event) => api("POST", "/events", event)));
    for (const { status, body } of answers) {
      expect(status).toBe(202);
      ids.add(body.id);
    }
  }
  return ids;
}

test("the worker killed in the middle of 5,000: restarted, all arrive, none is stuck", async () => {
  test.setTimeout(180_000);
  const receiver = await startReceiver();
  const { id, secret } = await createWebhook(receiver.url, ["call.*"], { status: "paused" });
  const published = await publishMany(5_000, "call.ended");
  await api("PATCH", `/webhooks/${id}`, { status: "active" });
  await expect.poll(() => receiver.received.length, { intervals: [5], timeout: 60_000 }).toBeGreaterThan(500);
  const killed = workerPid();
  process.kill(killed, "SIGKILL");
  const receivedAtKill = receiver.received.length;

  await expect.poll(() => eventIds(receiver).size, { timeout: 90_000 }).toBe(5_000);
  expect(receivedAtKill).toBeLessThan(5_000);
  expect(eventIds(receiver)).toEqual(published);
  expect(workerPid()).not.toBe(killed);
  expect(receiver.received.filter((received) => !isGenuine(received, secret))).toHaveLength(0);
  const stuck = async () => (await api("GET", `/deliveries?webhookId=${id}&status=pending`)).body.data.length;
  await expect.poll(stuck, { timeout: 60_000 }).toBe(0);
  await receiver.close();
});

function workerPid(): number {
  const pid = workerOf(Number(process.env["E2E_LAUNCHER"]));
  if (!pid) throw new Error("the worker does not run");
  return pid;
}
