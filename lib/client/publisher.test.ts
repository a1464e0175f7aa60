import type http from "node:http";
import { expect, it } from "vitest";
import { startReceiver, unusedPort } from "../testing/receivers";
import { createPublisher, PublishError, type PublisherOptions } from "./publisher";

const EVENT = { type: "contact.created", data: { name: "Ada" } };
const ACCEPTED = { id: "evt_1", type: EVENT.type, timestamp: "2026-03-25T08:22:50.254Z", deliveries: 2 };

/** An API that answers one status after another, and 202 from then on. */
async function startApi(...statuses: { status: number; body?: string; headers?: http.OutgoingHttpHeaders }[]) {
  const api = await startReceiver((response) => {
    const next = statuses.shift();
    if (next?.status === 0) return response.destroy();
    if (next) return response.writeHead(next.status, next.headers).end(next.body);
    return response.writeHead(202).end(JSON.stringify({ ...ACCEPTED, data: [ACCEPTED] }));
  });
  const keys = () =>
    api.received.map(({ headers }) => headers.find(([name]) => name.toLowerCase() === "idempotency-key")?.[1]);
  const publisher = (more: Partial<PublisherOptions> = {}) =>
    createPublisher({ url: `http://127.0.0.1:${api.port}/`, apiKey: "ow_key", ...more });
  return { ...api, keys, publisher };
}

const errorOf = async (publishing: Promise<unknown>): Promise<PublishError> => {
  const error: unknown = await publishing.then(() => undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof PublishError)) throw new Error(`expected a PublishError, not ${String(error)}`);
  return error;
};

it("publishes an event with its key, and gives the answer", async () => {
  const api = await startApi();
  expect(await api.publisher().publish(EVENT, { idempotencyKey: "order-7" })).toMatchObject(ACCEPTED);
  expect(await api.publisher().publishBatch([EVENT, EVENT])).toEqual([ACCEPTED]);
  const [single, batch] = api.received;
  expect(Object.fromEntries(single?.headers ?? [])).toMatchObject({ Authorization: "Bearer ow_key" });
  expect(api.keys()[0]).toBe("order-7");
  expect(JSON.parse(String(single?.body))).toEqual(EVENT);
  expect(JSON.parse(String(batch?.body))).toEqual({ events: [EVENT, EVENT] });
});

it("tries again with the same key after a lost connection, 429, 502, 503 and 504", async () => {
  const api = await startApi({ status: 0 }, { status: 429 }, { status: 503, body: "<html>" }, { status: 504 });
  const retries: number[] = [];
  await api.publisher({ onRetry: ({ attempt }) => retries.push(attempt) }).publish(EVENT);
  expect(retries).toEqual([2, 3, 4, 5]);
  expect(new Set(api.keys()).size).toBe(1);
  expect(api.keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
});

it("two events never share a key", async () => {
  const api = await startApi();
  await Promise.all([api.publisher().publish(EVENT), api.publisher().publish(EVENT)]);
  expect(new Set(api.keys()).size).toBe(2);
});

it("waits at least as long as Retry-After asks", async () => {
  const api = await startApi({ status: 429, headers: { "Retry-After": "1" } });
  const waits: number[] = [];
  await api.publisher({ onRetry: ({ waitMs }) => waits.push(waitMs) }).publish(EVENT);
  expect(waits).toEqual([1000]);
});

it("doesn't repeat what was refused, and says which field is wrong", async () => {
  const error = { code: "validation_failed", message: "Some fields are wrong.", fields: { "events.1.type": "No." } };
  const api = await startApi({ status: 422, body: JSON.stringify({ error }) });
  const thrown = await errorOf(api.publisher().publishBatch([EVENT, EVENT], { idempotencyKey: "k" }));
  expect(thrown).toMatchObject({ status: 422, code: error.code, fields: error.fields, idempotencyKey: "k" });
  expect(thrown.message).toContain("events.1.type: No.");
  expect(api.received).toHaveLength(1);
});

it("gives up after its retries, and says that nobody knows", async () => {
  const url = `http://127.0.0.1:${await unusedPort()}`;
  const tries: number[] = [];
  const publisher = createPublisher({ url, apiKey: "k", retries: 2, onRetry: ({ attempt }) => tries.push(attempt) });
  expect(await errorOf(publisher.publish(EVENT))).toMatchObject({ status: null, code: null });
  expect(tries).toEqual([2, 3]);
});

it("a try that gets no answer in time is a failed one", async () => {
  const silent = await startReceiver(() => undefined);
  const publisher = createPublisher({ url: `http://127.0.0.1:${silent.port}`, apiKey: "k", timeoutMs: 50, retries: 1 });
  expect((await errorOf(publisher.publish(EVENT))).message).toContain("no answer within 50 ms");
  expect(silent.received).toHaveLength(2);
});

it("ends at once when its signal aborts, also in the middle of a wait", async () => {
  const api = await startApi({ status: 503, headers: { "Retry-After": "30" } });
  const abort = new AbortController();
  const publisher = api.publisher({ onRetry: () => abort.abort() });
  expect(await errorOf(publisher.publish(EVENT, { signal: abort.signal }))).toMatchObject({ status: 503 });
  expect(api.received).toHaveLength(1);
});
