import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { deliveriesQuerySchema, type Delivery } from "../core/delivery";
import { eventsQuerySchema } from "../core/event";
import { decodeId, encodeId } from "../core/ids";
import { statsQuerySchema } from "../core/stats";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { listEvents } from "../webhooks/list-events";
import { webhookStats } from "../webhooks/stats";
import { listDeliveries } from "./deliveries";

let owner: Actor;
let webhookId: string;
beforeEach(async () => {
  owner = await makeOwner();
  webhookId = (await makeWebhook(owner, { title: "CRM integration", status: "paused" })).id;
});

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const publish = (type: string) => acceptEvent(owner, { type, data: {} });
const list = (query: Record<string, string>) => listDeliveries(owner, deliveriesQuerySchema.parse(query));
const typesOf = async (query: Record<string, string>) => (await list(query)).data.map(({ eventType }) => eventType);

async function end(type: string, columns: string): Promise<void> {
  const accountId = owner.accountId;
  await pool().query(`UPDATE deliveries SET ${columns} WHERE account_id = $1 AND event_type = $2`, [accountId, type]);
}

describe("the log", () => {
  it("is narrowed by every filter, and by several together", async () => {
    const { id: eventId } = await publish("call.ended");
    await publish("sms.sent");
    await publish("lead.captured");
    await end("call.ended", "status = 'failed', response_code = 503, error = 'http_status'");
    await end("sms.sent", "status = 'failed', error = 'timeout'");
    const [lead] = (await list({ type: "lead.captured" })).data as [Delivery];
    expect(await typesOf({ code: "503" })).toEqual(["call.ended"]);
    expect(await typesOf({ code: "200,503", error: "timeout" })).toEqual([]);
    expect(await typesOf({ error: "timeout,http_status" })).toEqual(["sms.sent", "call.ended"]);
    expect(await typesOf({ status: "failed" })).toEqual(["sms.sent", "call.ended"]);
    expect(await typesOf({ status: "failed,held", type: "sms.sent,lead.captured" })).toEqual([
      "lead.captured",
      "sms.sent",
    ]);
    expect(await typesOf({ q: "SMS." })).toEqual(["sms.sent"]);
    expect(await typesOf({ q: "crm int" })).toHaveLength(3);
    expect(await typesOf({ q: "100%" })).toEqual([]);
    for (const wildcard of ["%", "_", "sms_sent", "\\"]) expect(await typesOf({ q: wildcard })).toEqual([]);
    expect(await typesOf({ q: eventId })).toEqual(["call.ended"]);
    expect(await typesOf({ q: lead.id })).toEqual(["lead.captured"]);
    expect(await typesOf({ q: webhookId })).toHaveLength(3);
    expect(await typesOf({ webhookId: `${webhookId},wh_x`, q: "sms" })).toEqual(["sms.sent"]);
    expect(await typesOf({ webhookId: "wh_x" })).toEqual([]);
    expect(await typesOf({ from: lead.createdAt })).toContain("lead.captured");
    expect(await typesOf({ to: new Date(Date.parse(lead.createdAt) - 60_000).toISOString() })).toEqual([]);
    expect(await typesOf({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  });

  it("leads on from page to page, whatever comes in meanwhile", async () => {
    for (let i = 0; i < 5; i++) await publish("sms.sent");
    const first = await list({ limit: "2", type: "sms.sent" });
    await publish("sms.sent");
    const second = await list({ limit: "200", type: "sms.sent", cursor: first.nextCursor ?? "" });
    expect(second.nextCursor).toBeNull();
    const ids = [...first.data, ...second.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
  });

  it("looks at so many rows and no more, and still leads to what lies behind them", async () => {
    await publish("call.ended");
    await pool().query(
      `INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause)
       SELECT uuid_v7(), $1, $2, uuid_v7(), 'sms.sent', 'event' FROM generate_series(1, 20000)`,
      [owner.accountId, decodeId("webhook", webhookId)],
    );
    const first = await list({ type: "call.ended" });
    expect(first.data).toEqual([]);
    const second = await list({ type: "call.ended", cursor: first.nextCursor ?? "" });
    expect(second.data.map(({ eventType }) => eventType)).toEqual(["call.ended"]);
    expect(second.nextCursor).toBeNull();
  });
});

describe("the list of events", () => {
  const events = (query: Record<string, string>) => listEvents(owner, eventsQuerySchema.parse(query));

  it("has each event with its deliveries, newest first", async () => {
    await makeWebhook(owner, { events: ["sms.*"] });
    const call = await publish("call.ended");
    const sms = await publish("sms.sent");
    const { data, nextCursor } = await events({});
    expect(data.map(({ id, deliveryCount, deliveries }) => [id, deliveryCount, deliveries.length])).toEqual([
      [sms.id, 2, 2],
      [call.id, 1, 1],
    ]);
    expect(data[0]?.deliveries.every(({ eventId }) => eventId === sms.id)).toBe(true);
    expect(nextCursor).toBeNull();
    expect((await events({ type: "call.ended" })).data.map(({ id }) => id)).toEqual([call.id]);
    expect((await events({ to: "2020-01-01T00:00:00Z" })).data).toEqual([]);
  });

  it("leads on from page to page, and shows no other account's", async () => {
    const ids = [await publish("sms.sent"), await publish("sms.sent"), await publish("sms.sent")].map(({ id }) => id);
    const first = await events({ limit: "2" });
    await publish("call.ended");
    const second = await events({ limit: "2", cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids.toReversed());
    const stranger = await makeOwner();
    expect((await listEvents(stranger, eventsQuerySchema.parse({}))).data).toEqual([]);
  });
});

describe("a webhook's numbers", () => {
  it("are counted by bucket, all of them or those of some event types", async () => {
    const rows = [
      ["2026-03-25T08:00:00Z", "sms.sent", "succeeded", "200", 12, 90],
      ["2026-03-25T08:00:00Z", "sms.sent", "retrying", "timeout", 24, 10],
      ["2026-03-25T09:00:00Z", "call.ended", "failed", "503", 10, 4],
      ["2026-03-25T09:00:00Z", "call.ended", "failed", "999", 10, 1],
      ["2026-03-25T10:00:00Z", "sms.sent", "succeeded", "200", 10, 7],
    ] as const;
    await pool().query("SELECT ensure_partitions('2026-03-25', '2026-03-25')");
    for (const [at, ...ending] of rows) {
      await pool().query("INSERT INTO rollup_hours VALUES ($1, $2, $3, $4, $5, $6, $7::int, $7::int * 50)", [
        decodeId("webhook", webhookId),
        at,
        ...ending,
      ]);
    }
    await pool().query(
      `INSERT INTO rollup_hours SELECT webhook_id, at, '*', outcome, result, latency_bucket, count, duration_ms
       FROM rollup_hours WHERE webhook_id = $1`,
      [decodeId("webhook", webhookId)],
    );
    const span = { from: "2026-03-25T08:00:00Z", to: "2026-03-25T10:00:00Z" };
    const query = statsQuerySchema.parse(span);
    const { total, buckets } = await webhookStats(owner, webhookId, query);
    expect(buckets).toMatchObject([
      {
        at: "2026-03-25T08:00:00.000Z",
        attempts: 100,
        succeeded: 90,
        retrying: 10,
        codes: { 200: 90 },
        errors: { timeout: 10 },
      },
      {
        at: "2026-03-25T09:00:00.000Z",
        attempts: 5,
        failed: 5,
        classes: { "5xx": 4 },
        codes: { 503: 4, 999: 1 },
        errors: {},
      },
    ]);
    expect(total).toMatchObject({ attempts: 105, succeeded: 90, retrying: 10, failed: 5, averageMs: 50 });
    expect(total.latencyMs?.p50).toBeGreaterThan(64);
    expect(total.latencyMs?.p50).toBeLessThan(91);
    const attemptsOf = async (type: string) =>
      (await webhookStats(owner, webhookId, statsQuerySchema.parse({ ...span, type }))).total.attempts;
    expect(await attemptsOf("call.ended")).toBe(5);
    expect(await attemptsOf("call.ended,lead.captured,sms.sent")).toBe(105);
    expect(await attemptsOf("lead.captured")).toBe(0);
    expect(await attemptsOf("")).toBe(105);
  });

  it("belong to its account alone", async () => {
    const query = statsQuerySchema.parse({});
    expect((await webhookStats(owner, webhookId, query)).total).toMatchObject({ attempts: 0, latencyMs: null });
    const stranger = await makeOwner();
    await expect(webhookStats(stranger, webhookId, query)).rejects.toThrow("nothing here");
    await expect(webhookStats(owner, encodeId("webhook", crypto.randomUUID()), query)).rejects.toThrow("nothing here");
  });
});
