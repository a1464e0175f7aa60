/** What a webhook asks of its deliveries, at a real receiver. */
import { expect, test } from "@playwright/test";
import { startReceiver, type Received } from "../lib/testing/documented-receiver";
import { api, createWebhook, deleteAllWebhooks } from "./api";
import { watchSeconds } from "./rate-limit";

test.beforeEach(deleteAllWebhooks);

const numberOf = ({ body }: Received) => (JSON.parse(body) as { data: { n: number } }).data.n;
const contactOf = ({ body }: Received) => (JSON.parse(body) as { data: { contact: string } }).data.contact;

async function publish(events: { contact: string; n: number }[]): Promise<void> {
  const body = { events: events.map((data) => ({ type: "contact.updated", data })) };
  expect((await api("POST", "/events/batch", body)).status).toBe(202);
}

test("a rate of 10 a second is never exceeded in any one second, and is nearly used", async () => {
  const receiver = await startReceiver();
  const mostInASecond = watchSeconds();
  await createWebhook(receiver.url, ["contact.*"], { ratePerSecond: 10, concurrency: 64 });
  await publish(Array.from({ length: 60 }, (_, n) => ({ contact: "a", n })));
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(60);
  expect(mostInASecond(receiver.received)).toBeLessThanOrEqual(10);
  await receiver.close();
});

test("ordered by contact: in order per contact, a failing one holding up only itself", async () => {
  const contacts = ["a", "b", "c"];
  let failuresLeft = 2;
  const receiver = await startReceiver((received) => {
    const fails = contactOf(received) === "a" && numberOf(received) === 6 && failuresLeft-- > 0;
    return { status: fails ? 500 : 200 };
  });
  const policy = { orderBy: "data.contact", retry: { delaysSeconds: [1, 1, 1] } };
  await createWebhook(receiver.url, ["contact.*"], policy);
  await publish(Array.from({ length: 90 }, (_, n) => ({ contact: contacts[n % 3] ?? "", n })));
  await expect.poll(() => receiver.received.length, { timeout: 40_000 }).toBe(92);

  for (const contact of contacts) {
    const its = receiver.received.filter((received) => contactOf(received) === contact).map(numberOf);
    expect(its).toEqual(its.toSorted((a, b) => a - b));
    expect(new Set(its).size).toBe(30);
  }
  const endOf = (contact: string) => receiver.received.findLastIndex((received) => contactOf(received) === contact);
  const failed = receiver.received.findIndex((received) => numberOf(received) === 6);
  const lastTry = receiver.received.findLastIndex((received) => numberOf(received) === 6);
  expect(failed).toBeLessThan(lastTry);
  // While the one was waiting for its retries, the others went on to their ends.
  expect(Math.max(endOf("b"), endOf("c"))).toBeLessThan(lastTry);
  await receiver.close();
});

test("a rate and an order together", async () => {
  const receiver = await startReceiver();
  await createWebhook(receiver.url, ["contact.*"], { orderBy: "data.contact", ratePerSecond: 20 });
  await publish(Array.from({ length: 30 }, (_, n) => ({ contact: n % 2 ? "a" : "b", n })));
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(30);
  for (const contact of ["a", "b"]) {
    const its = receiver.received.filter((received) => contactOf(received) === contact).map(numberOf);
    expect(its).toEqual(its.toSorted((a, b) => a - b));
  }
  await receiver.close();
});
