import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "../accounts/actor";
import { deliveriesQuerySchema, deliveryFiltersSchema } from "../core/delivery";
import { decodeId, encodeId, uuidFloor } from "../core/ids";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { seededRandom } from "../testing/random";
import { countDeliveries } from "./count";
import { listDeliveries } from "./deliveries";

let owner: Actor;
let webhookId: string;
beforeEach(async () => {
  owner = await makeOwner();
  webhookId = (await makeWebhook(owner, { title: "CRM", status: "paused" })).id;
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

type Query = Record<string, string>;
const list = (query: Query) => listDeliveries(owner, deliveriesQuerySchema.parse(query));
const count = (query: Query) => countDeliveries(owner, deliveryFiltersSchema.parse(query));

/** So many deliveries of one kind, with events whose data has the row's number as `n`. @returns their ids, newest first */
async function insert(rows: number, { type = "sms.sent", status = "succeeded", code = "200", error = "NULL" } = {}) {
  const { rows: made } = await pool().query<{ id: string }>(
    `WITH made AS (
       SELECT uuid_v7() AS id, uuid_v7() AS event_id, n FROM generate_series(1, $3::int) AS n
     ), of_events AS (
       INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
       SELECT event_id, $1, $4, now(), json_build_object('n', n, 'text', 'row ' || n)::text, 1 FROM made
     )
     INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, status, response_code, error)
     SELECT id, $1, $2, event_id, $4, 'event', $5, ${code}, ${error} FROM made
     RETURNING id`,
    [owner.accountId, decodeId("webhook", webhookId), rows, type, status],
  );
  return made
    .map(({ id }) => id)
    .toSorted()
    .toReversed()
    .map((id) => encodeId("delivery", id));
}

describe("pages lead both ways", () => {
  it("whatever their size, each neighbour is reached, and back again, with nothing left out and nothing twice", async () => {
    const random = seededRandom();
    const all = await insert(23);
    for (let round = 0; round < 8; round++) {
      const limit = String(1 + random.int(9));
      const seen: string[] = [];
      const cursors: string[] = [];
      let page = await list({ limit });
      expect(page.prevCursor, `seed ${random.seed}`).toBeNull();
      seen.push(...page.data.map(({ id }) => id));
      while (page.nextCursor) {
        cursors.push(page.nextCursor);
        page = await list({ limit, cursor: page.nextCursor });
        seen.push(...page.data.map(({ id }) => id));
      }
      expect(seen, `seed ${random.seed}`).toEqual(all);
      const back = page.data.map(({ id }) => id);
      while (page.prevCursor) {
        page = await list({ limit, cursor: page.prevCursor });
        back.unshift(...page.data.map(({ id }) => id));
        // The neighbour's neighbour is where one came from.
        const again = await list({ limit, cursor: page.nextCursor ?? "" });
        expect(again.data[0]?.id).toBe(back[page.data.length]);
      }
      expect(back, `seed ${random.seed}`).toEqual(all);
    }
  });

  it("what comes in meanwhile is on newer pages, and moves no older one", async () => {
    await insert(6);
    const first = await list({ limit: "3" });
    const second = await list({ limit: "3", cursor: first.nextCursor ?? "" });
    const [newest] = await insert(1);
    expect((await list({ limit: "3", cursor: first.nextCursor ?? "" })).data).toEqual(second.data);
    const newer = await list({ limit: "3", cursor: second.prevCursor ?? "" });
    expect(newer.data).toEqual(first.data);
    expect((await list({ limit: "3", cursor: newer.prevCursor ?? "" })).data.map(({ id }) => id)).toEqual([newest]);
  });

  it("a filter that matches little is looked for further in either direction, and it is told how far", async () => {
    const [oldest] = await insert(1, { type: "call.ended" });
    await insert(20_050);
    const [newest] = await insert(1, { type: "call.ended" });
    const first = await list({ type: "call.ended", limit: "5" });
    expect(first.data.map(({ id }) => id)).toEqual([newest]);
    expect(Date.parse(first.searchedTo ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const second = await list({ type: "call.ended", limit: "5", cursor: first.nextCursor ?? "" });
    expect(second.data.map(({ id }) => id)).toEqual([oldest]);
    expect(second).toMatchObject({ nextCursor: null, searchedTo: null });
    const newer = await list({ type: "call.ended", limit: "5", cursor: second.prevCursor ?? "" });
    expect(newer.data.map(({ id }) => id)).toEqual([newest]);
    // Exactly as many rows were looked at as a page looks at: there might have been more.
    const end = await list({ type: "call.ended", limit: "5", cursor: newer.prevCursor ?? "" });
    expect(end).toMatchObject({ data: [], prevCursor: null });
  });

  it("cursors of another kind are refused", async () => {
    await expect(list({ cursor: "x" })).rejects.toThrow();
    await expect(list({ cursor: "AgAAAAAAAAAAAAAAAAAAAAAA" })).rejects.toThrow();
  });
});

describe("filters", () => {
  it("by response code take classes, too", async () => {
    await insert(1, { code: "404" });
    await insert(2, { code: "503", status: "failed" });
    await insert(3);
    expect(await count({ code: "5xx" })).toEqual({ count: 2, exact: true });
    expect(await count({ code: "5xx,404" })).toEqual({ count: 3, exact: true });
    expect(await count({ code: "2xx" })).toEqual({ count: 3, exact: true });
    expect(() => deliveryFiltersSchema.parse({ code: "6xx" })).toThrow();
  });

  it("by time reach back from now, or from one instant to another", async () => {
    const old = uuidFloor(new Date(Date.now() - 2 * 3_600_000));
    await insert(2);
    const sql = `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause)
                 VALUES ($3, $1, $2, uuid_v7(), 'sms.sent', 'event')`;
    await pool().query(sql, [owner.accountId, decodeId("webhook", webhookId), old]);
    expect((await count({ last: "1h" })).count).toBe(2);
    expect((await count({ last: "3h" })).count).toBe(3);
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    expect((await count({ to: hourAgo })).count).toBe(1);
    expect((await count({ from: hourAgo, last: "3h" })).count).toBe(2);
    expect(() => deliveryFiltersSchema.parse({ last: "1 week" })).toThrow();
  });

  it("an id is found however far back", async () => {
    const [oldest = ""] = await insert(1);
    await insert(20_050);
    expect((await list({ q: oldest })).data.map(({ id }) => id)).toEqual([oldest]);
    const [found] = (await list({ q: oldest })).data;
    expect((await list({ q: found?.eventId ?? "" })).data.map(({ id }) => id)).toEqual([oldest]);
  });

  it("by what the event's data says, with the others, and counted alike", async () => {
    await insert(40);
    await insert(1, { type: "call.ended" });
    expect((await list({ where: "data.n > 38" })).data).toHaveLength(2);
    expect((await list({ where: 'data.text = "row 1"', type: "call.ended" })).data).toHaveLength(1);
    expect((await list({ where: 'data.text startsWith "row 1" and data.n != 1' })).data).toHaveLength(10);
    expect(await count({ where: 'data.text startsWith "row 1"' })).toEqual({ count: 12, exact: true });
    expect((await list({ where: "data.nothing exists" })).data).toEqual([]);
    expect(() => deliveryFiltersSchema.parse({ where: "data.n >" })).toThrow("a value is expected");
    const first = await list({ where: "data.n <= 10", limit: "4", type: "sms.sent" });
    const second = await list({ where: "data.n <= 10", limit: "9", type: "sms.sent", cursor: first.nextCursor ?? "" });
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([4, 6, null]);
    const back = await list({ where: "data.n <= 10", limit: "9", cursor: second.prevCursor ?? "" });
    expect(back.data.filter(({ eventType }) => eventType === "sms.sent")).toEqual(first.data);
  });

  it("another account's deliveries are neither found nor counted", async () => {
    const [id = ""] = await insert(3);
    owner = await makeOwner();
    expect((await list({ q: id })).data).toEqual([]);
    expect(await count({})).toEqual({ count: 0, exact: true });
    expect((await list({ where: "data.n > 0" })).data).toEqual([]);
  });
});

describe("the count", () => {
  it("says that there are more where there are very many", async () => {
    await pool().query(
      `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause)
       SELECT uuid_v7(), $1, $2, uuid_v7(), 'sms.sent', 'event' FROM generate_series(1, 101000)`,
      [owner.accountId, decodeId("webhook", webhookId)],
    );
    expect(await count({ to: new Date(Date.now() + 60_000).toISOString(), type: "call.ended" })).toEqual({
      count: 0,
      exact: true,
    });
    const { count: many } = await count({});
    expect(many).toBeGreaterThanOrEqual(100_000);
  });
});

describe("no page reads all there is", () => {
  it.each<[string, Query]>([
    ["all", {}],
    ["a webhook's", { webhookId: "own" }],
    ["what failed", { status: "failed" }],
    ["one status among others", { status: "pending,held" }],
    ["an event type", { type: "call.ended" }],
    ["a response code", { code: "5xx" }],
    ["a span of time", { last: "1h" }],
    ["an event's id", { q: encodeId("event", "019a0000-0000-7000-8000-000000000000") }],
    ["what events say", { where: "data.n = 5" }],
  ])("%s goes by an index", async (_, query) => {
    await insert(3_000);
    await pool().query("ANALYZE deliveries; ANALYZE events");
    if (query["webhookId"]) query = { webhookId };
    const statements: { text: string; values: unknown[] }[] = [];
    const real = pool().query.bind(pool());
    const spy = vi.spyOn(pool(), "query").mockImplementation(((
      first: unknown,
      values?: unknown[],
      ...rest: never[]
    ) => {
      const { text, values: own } = first as { text?: string; values?: unknown[] };
      statements.push({ text: text ?? String(first), values: own ?? values ?? [] });
      return (real as (...all: unknown[]) => unknown)(first, values, ...rest);
    }) as typeof real);
    await list(query);
    spy.mockRestore();
    const asked = statements.filter(({ text }) => /from\s+("public"\.)?"?(deliveries|events)"?/i.test(text));
    expect(asked.length).toBeGreaterThan(0);
    for (const { text, values } of asked) {
      const { rows } = await pool().query<{ "QUERY PLAN": string }>({ text: `EXPLAIN ${text}`, values });
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).not.toMatch(/Seq Scan on (deliveries|events)_\d+ .*rows=\d{3,}/);
    }
  });
});
