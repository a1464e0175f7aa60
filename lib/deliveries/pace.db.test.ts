import { afterAll, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { watchLateness } from "../testing/lateness";
import { acceptEvent } from "../webhooks/accept-events";
import { giveBackMoments, takePaced } from "./pace";
import { msUntilDue, releaseUnsent, type Due } from "./take";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

async function makePaced(count: number) {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner);
  for (let i = 0; i < count; i++) await acceptEvent(owner, { type: "contact.updated", data: { i } });
  const webhookId = decodeId("webhook", id) ?? "";
  const take = (ratePerSecond: number, limit = 100) =>
    takePaced({ webhookId, active: true, limit, leaseMs: 15_000 }, ratePerSecond);
  return { webhookId, take };
}

it("gives two workers that take at once moments of their own, no two nearer than the rate allows", async () => {
  const { take } = await makePaced(30);
  const latenessMs = watchLateness();
  const began = performance.now();
  const [one, other] = await Promise.all([take(20), take(20)]);
  const moments = [...one, ...other].map(({ startsAt = Number.NaN }) => startsAt).toSorted((a, b) => a - b);
  expect(moments.length).toBeGreaterThanOrEqual(20);
  // What time has brought between the two, besides.
  expect(moments.length).toBeLessThanOrEqual(22 + Math.floor((performance.now() - began) / 51));
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
  // Both read the same clock, at slightly different times.
  expect(Math.min(...gaps)).toBeGreaterThan(30 - latenessMs());
});

/** At four a second, as they are spaced. */
const GAP_MS = 255;
/** Between this process's clock and Postgres' is what a question takes. */
const CLOCKS_MS = 25;
/** After the first four, only what time has brought within the second that is given away: nothing, unless the machine is slow. */
const moreAfter = (ms: number) => Math.max(Math.floor((1_000 + ms - 4 * GAP_MS) / GAP_MS) + 1, 0);

it("takes no more than a second's worth, and says when the next may go", async () => {
  const { take, webhookId } = await makePaced(10);
  const began = performance.now();
  expect(await take(4)).toHaveLength(4);
  expect((await take(4)).length).toBeLessThanOrEqual(moreAfter(performance.now() - began));
  const [ms = 0] = await msUntilDue([{ webhookId, active: true }]);
  expect(ms).toBeGreaterThan(4 * GAP_MS - (performance.now() - began) - CLOCKS_MS);
  expect(ms).toBeLessThanOrEqual(1_000 + GAP_MS + CLOCKS_MS);
});

it("uses up no moment for what was not there to take", async () => {
  const { take } = await makePaced(1);
  expect(await take(2)).toHaveLength(1);
  expect(await take(2)).toHaveLength(0);
  expect(await take(100)).toHaveLength(0);
});

const momentsOf = (due: readonly Due[]) => due.map(({ startsAt = Number.NaN }) => startsAt);

async function release(unsent: Due[]) {
  await releaseUnsent(unsent);
  await giveBackMoments(unsent);
}

it("gives moments that weren't used to whoever takes next", async () => {
  const { take } = await makePaced(4);
  const latenessMs = watchLateness();
  const first = momentsOf(await take(4).then((due) => release(due.slice(1)).then(() => due)));
  const next = momentsOf(await take(4));
  expect(next).toHaveLength(3);
  const late = latenessMs();
  for (const [index, at] of next.entries()) {
    // The same moments, by another look at the clock.
    expect(at - (first[index + 1] ?? 0)).toBeGreaterThan(-CLOCKS_MS - late);
    expect(at - (first[index + 1] ?? 0)).toBeLessThan(100 + late);
  }
});

it("gives back no moment before one that was used, and none once others have been given away behind it", async () => {
  const { take } = await makePaced(8);
  const began = performance.now();
  const first = await take(4);
  // The last one was sent.
  await release(first.slice(1, 3));
  expect((await take(4)).length).toBeLessThanOrEqual(moreAfter(performance.now() - began));

  const { take: takeOther } = await makePaced(8);
  const beganOther = performance.now();
  const [one, other] = [await takeOther(4, 2), await takeOther(4, 2)];
  expect([one.length, other.length]).toEqual([2, 2]);
  await release(one);
  expect((await takeOther(4)).length).toBeLessThanOrEqual(moreAfter(performance.now() - beganOther));
});
