import { afterAll, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { takePaced } from "./pace";
import { msUntilDue } from "./take";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

async function makePaced(count: number) {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner);
  for (let i = 0; i < count; i++) await acceptEvent(owner, { type: "contact.updated", data: { i } });
  const webhookId = decodeId("webhook", id) ?? "";
  const take = (ratePerSecond: number) =>
    takePaced({ webhookId, active: true, limit: 100, leaseMs: 15_000 }, ratePerSecond);
  return { webhookId, take };
}

it("gives two workers that take at once moments of their own, no two nearer than the rate allows", async () => {
  const { take } = await makePaced(30);
  const [one, other] = await Promise.all([take(20), take(20)]);
  const moments = [...one, ...other].map(({ startsAt = Number.NaN }) => startsAt).toSorted((a, b) => a - b);
  expect(moments.length).toBeGreaterThanOrEqual(20);
  expect(moments.length).toBeLessThanOrEqual(22);
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
  // Both read the same clock, at slightly different times.
  expect(Math.min(...gaps)).toBeGreaterThan(30);
});

it("takes no more than a second's worth, and says when the next may go", async () => {
  const { take, webhookId } = await makePaced(10);
  expect(await take(4)).toHaveLength(4);
  expect(await take(4)).toHaveLength(0);
  const [ms = 0] = await msUntilDue([{ webhookId, active: true }]);
  expect(ms).toBeGreaterThan(500);
  expect(ms).toBeLessThanOrEqual(1_100);
});

it("uses up no moment for what was not there to take", async () => {
  const { take } = await makePaced(1);
  expect(await take(2)).toHaveLength(1);
  expect(await take(2)).toHaveLength(0);
  expect(await take(100)).toHaveLength(0);
});
