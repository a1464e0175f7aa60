import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Actor } from "../accounts/actor";
import { deliveriesQuerySchema, type Delivery } from "../core/delivery";
import { AppError } from "../core/errors";
import { decodeId } from "../core/ids";
import { encodeCursor } from "../core/page";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { listDeliveries } from "./deliveries";
import { streamDeliveries, type StreamOptions } from "./stream";

let owner: Actor;
let left: AbortController;
beforeEach(async () => {
  owner = await makeOwner();
  await makeWebhook(owner, { title: "CRM", status: "paused" });
  left = new AbortController();
});
afterEach(() => left.abort());
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

interface Told {
  event: string;
  data: unknown;
  id?: string;
}

async function open(query: Record<string, string> = {}, options: Partial<StreamOptions> = {}) {
  const stream = await streamDeliveries(owner, deliveriesQuerySchema.parse(query), {
    lastEventId: null,
    askAgain: () => Promise.resolve(owner),
    until: AbortSignal.any([left.signal]),
    ...options,
  });
  const told: Told[] = [];
  const state = { isOpen: true };
  void (async () => {
    let text = "";
    for await (const chunk of stream) {
      text += new TextDecoder().decode(chunk);
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const lines = new Map(
          block.split("\n").map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
        );
        const id = lines.get("id");
        const event = lines.get("event");
        if (event) told.push({ event, data: JSON.parse(lines.get("data") ?? "null"), ...(id ? { id } : {}) });
      }
    }
    state.isOpen = false;
  })();
  await eventually(() => expect(told[0]).toMatchObject({ event: "ready" }));
  const deliveries = () => told.filter(({ event }) => event === "delivery").map(({ data }) => data as Delivery);
  return { told, deliveries, state };
}

const eventually = (isSo: () => void, timeout = 5_000) => vi.waitFor(isSo, { timeout });

const publish = (type: string, n = 0) => acceptEvent(owner, { type, data: { n } });

it("what comes in is told to each stream whose filters mean it", async () => {
  const all = await open();
  const some = await open({ type: "call.ended" });
  const said = await open({ where: "data.n > 5" });
  await publish("sms.sent", 9);
  await publish("call.ended", 1);
  await eventually(() => expect(all.deliveries()).toHaveLength(2));
  await eventually(() => expect(some.deliveries().map(({ eventType }) => eventType)).toEqual(["call.ended"]));
  await eventually(() => expect(said.deliveries().map(({ eventType }) => eventType)).toEqual(["sms.sent"]));
});

it("a change of what is shown is told, and so is what comes to match by its change", async () => {
  await publish("sms.sent");
  const [shown] = (await listDeliveries(owner, { limit: 1 })).data;
  const all = await open();
  const failed = await open({ status: "failed" });
  await pool().query("UPDATE deliveries SET status = 'failed', attempts = 1 WHERE id = $1", [
    decodeId("delivery", shown?.id ?? ""),
  ]);
  await eventually(() => expect(all.deliveries()).toMatchObject([{ id: shown?.id, status: "failed" }]));
  await eventually(() => expect(failed.deliveries()).toMatchObject([{ id: shown?.id }]));
  await pool().query("UPDATE deliveries SET status = 'succeeded', attempts = 2 WHERE id = $1", [
    decodeId("delivery", shown?.id ?? ""),
  ]);
  // It was told there, so it is shown there: nobody is left with a state that is over.
  await eventually(() => expect(failed.deliveries().at(-1)).toMatchObject({ id: shown?.id, status: "succeeded" }));
});

it("nothing of another account is told", async () => {
  const all = await open();
  const stranger = await makeOwner();
  await makeWebhook(stranger, { status: "paused" });
  await acceptEvent(stranger, { type: "sms.sent", data: {} });
  await publish("call.ended");
  await eventually(() => expect(all.deliveries()).toHaveLength(1));
  expect(all.deliveries()[0]?.eventType).toBe("call.ended");
});

it("whoever comes back is told what came meanwhile", async () => {
  await publish("sms.sent");
  const [last] = (await listDeliveries(owner, { limit: 1 })).data;
  await publish("call.ended");
  const cursor = encodeCursor(decodeId("delivery", last?.id ?? "") ?? "");
  const { deliveries } = await open({}, { lastEventId: cursor });
  await eventually(() => expect(deliveries().map(({ eventType }) => eventType)).toEqual(["call.ended"]));
});

it("of very many at once, only that there are more is told", async () => {
  const { told } = await open();
  const [webhook] = (await pool().query("SELECT id FROM webhooks WHERE account_id = $1", [owner.accountId])).rows;
  await pool().query(
    `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause)
     SELECT uuid_v7(), $1, $2, uuid_v7(), 'sms.sent', 'event' FROM generate_series(1, 450)`,
    [owner.accountId, webhook.id],
  );
  await eventually(() => expect(told.some(({ event }) => event === "behind")).toBe(true));
  expect(told.length).toBeLessThan(300);
});

it("it ends when whoever asked leaves, and when their session has ended, saying so", async () => {
  let isSignedIn = true;
  const askAgain = () =>
    isSignedIn ? Promise.resolve(owner) : Promise.reject(new AppError("unauthorized", "signed out"));
  const { told, state } = await open({}, { askAgain });
  isSignedIn = false;
  await eventually(() => expect(state.isOpen).toBe(false), 10_000);
  expect(told.at(-1)).toEqual({ event: "end", data: { reason: "signed_out" } });
  const other = await open();
  left.abort();
  await eventually(() => expect(other.state.isOpen).toBe(false));
});

it("an account has so many streams and no more, and gets them back", async () => {
  const streams = await Promise.all(Array.from({ length: 30 }, () => open()));
  await expect(open()).rejects.toThrow("Too many streams");
  left.abort();
  await eventually(() => expect(streams.every(({ state }) => !state.isOpen)).toBe(true));
  left = new AbortController();
  await open();
});

const shared = globalThis as { webhooksLogWatch?: Map<string, unknown> };
const isWatched = () => shared.webhooksLogWatch?.has(owner.accountId) ?? false;

it("whoever leaves while it begins is watched for no longer", async () => {
  const query = deliveriesQuerySchema.parse({});
  const askAgain = () => Promise.resolve(owner);
  const looks = vi.spyOn(pool(), "query");
  const stream = await streamDeliveries(owner, query, { lastEventId: null, askAgain, until: left.signal });
  expect(looks).toHaveBeenCalled();
  left.abort();
  await Promise.all(looks.mock.results.map(({ value }) => value as Promise<unknown>));
  await stream.getReader().read();
  looks.mockRestore();
  await eventually(() => expect(isWatched()).toBe(false));
});

it("who can't begin leaves nothing behind, and the next is told", async () => {
  // Nobody watches any more: it has to begin anew.
  await eventually(() => expect(shared.webhooksLogWatch?.size ?? 0).toBe(0));
  const query = pool().query.bind(pool()) as (...args: unknown[]) => unknown;
  const unread = vi.spyOn(pool(), "query").mockImplementation((...args: unknown[]) => {
    if (String(args[0]).includes("AS newest")) throw new Error("no database");
    return query(...args) as never;
  });
  const asked = { lastEventId: null, askAgain: () => Promise.resolve(owner), until: left.signal };
  const stream = await streamDeliveries(owner, deliveriesQuerySchema.parse({}), asked);
  await expect(stream.getReader().read()).rejects.toThrow("no database");
  unread.mockRestore();
  expect(isWatched()).toBe(false);
  const { deliveries } = await open();
  await publish("sms.sent");
  await eventually(() => expect(deliveries()).toHaveLength(1));
});

const original = globalThis.setTimeout;

it("coming and going does not make it look more often", async () => {
  for (let n = 0; n < 10; n++) {
    const { state } = await open();
    left.abort();
    await eventually(() => expect(state.isOpen).toBe(false));
    left = new AbortController();
  }
  await open();
  const timers = vi.spyOn(globalThis, "setTimeout");
  const begun: number[] = [];
  timers.mockImplementation((...args: Parameters<typeof original>) => {
    if (args[1] === 500) begun.push(performance.now());
    return original(...args);
  });
  await eventually(() => expect(begun.length).toBeGreaterThan(4));
  timers.mockRestore();
  // One after the other, each half a second long, however slow this machine is.
  const gaps = begun.slice(1).map((at, index) => at - (begun[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(490);
});
