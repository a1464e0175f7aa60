import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { builtInType } from "../core/catalogue";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { ALL_TYPES } from "../rollups/rows";
import { makeOwner, makeWebhook } from "../testing/factories";
import { schemaChecker } from "../testing/schema-checker";
import { acceptEvent } from "../webhooks/accept-events";
import { announceExhausted } from "./exhausted";
import { notify, type NewNotice } from "./notify";

beforeEach(async () => {
  // One list for all accounts.
  await prisma().exhaustedDelivery.deleteMany();
});
afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const now = new Date();

async function makeTwo() {
  const owner = await makeOwner();
  const [a, b] = [await makeWebhook(owner, { title: "A" }), await makeWebhook(owner, { title: "B" })];
  const [idA, idB] = [decodeId("webhook", a.id) ?? "", decodeId("webhook", b.id) ?? ""];
  const { accountId } = owner;
  const tell = (kind: string, incidentId: string | null = null) => {
    const notice: NewNotice = {
      accountId,
      webhookId: idA,
      ruleId: null,
      incidentId,
      kind,
      tone: "bad",
      title: "A",
      facts: {},
    };
    return prisma().$transaction((tx) => notify(tx, notice, now));
  };
  const events = async () =>
    (await prisma().event.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(({ id, type, data }) => ({
      id,
      type,
      data: JSON.parse(data) as Record<string, unknown>,
    }));
  const receiversOf = async (eventId: string) =>
    (await prisma().delivery.findMany({ where: { eventId } })).map(({ webhookId }) => webhookId);
  return { owner, accountId, webhook: { id: a.id, title: "A", url: a.url }, idA, idB, tell, events, receiversOf };
}

/** As `record` leaves them. */
async function exhaustAll(accountId: string): Promise<number> {
  const deliveries = await prisma().delivery.findMany({ where: { accountId, status: "pending" } });
  const failed = { status: "failed", attempts: 4, responseCode: 503, error: "http_status", nextAttemptAt: null };
  await prisma().delivery.updateMany({ where: { accountId, status: "pending" }, data: failed });
  await prisma().exhaustedDelivery.createMany({
    data: deliveries.map(({ id, webhookId }) => ({ deliveryId: id, accountId, webhookId, at: now })),
  });
  return deliveries.length;
}

function problemsOf({ type, data }: { type: string; data: object }): string[] {
  return schemaChecker({}).problemsOf(builtInType(type)?.schema, data);
}

describe("an event about a webhook", () => {
  it.each(["failing", "disabled", "recovered"])(
    "%s is what the catalogue says, and goes to others only",
    async (kind) => {
      const { tell, events, receiversOf, idB, webhook } = await makeTwo();
      await tell(kind);
      const [event, ...others] = await events();
      expect(others).toEqual([]);
      expect(event).toMatchObject({ type: `webhook.${kind}`, data: { webhook } });
      expect(event && problemsOf(event)).toEqual([]);
      expect(await receiversOf(event?.id ?? "")).toEqual([idB]);
    },
  );

  it("says since when, how badly, and with what it fails", async () => {
    const { tell, events, idA } = await makeTwo();
    const failingSince = new Date(now.getTime() - 600_000);
    const health = { hits: 8, consecutiveFailures: 7, failingSince };
    await prisma().webhookHealth.update({ where: { webhookId: idA }, data: health });
    const minute = { webhookId: idA, at: new Date(now.getTime() - 300_000), eventType: "sms.sent", latencyBucket: 3 };
    await prisma().rollupMinute.createMany({
      data: [
        { ...minute, outcome: "retrying", result: "503", count: 6, durationMs: 6 },
        { ...minute, outcome: "succeeded", result: "200", count: 2, durationMs: 2 },
      ],
    });
    await tell("failing");
    const [event] = await events();
    expect(event?.data).toMatchObject({
      consecutive_failures: 7,
      success_rate: 0.25,
      failing_since: failingSince.toISOString(),
      last_error: "http_status",
      last_response_code: 503,
    });
    expect(event && problemsOf(event)).toEqual([]);
  });

  it("that recovered says how many deliveries failed meanwhile, each counted once", async () => {
    const { tell, events, idA, accountId } = await makeTwo();
    const openedAt = new Date(now.getTime() - 2 * 3_600_000);
    const incident = await prisma().incident.create({
      data: { id: newId(), accountId, webhookId: idA, kind: "failing", openedAt, evidence: {} },
    });
    const row = { webhookId: idA, eventType: "sms.sent", outcome: "failed", result: "503", latencyBucket: 3 };
    const hour = new Date(Math.ceil(openedAt.getTime() / 3_600_000) * 3_600_000);
    const summed = { ...row, at: hour, count: 3, durationMs: 3 };
    await prisma().rollupHour.createMany({ data: [summed, { ...summed, eventType: ALL_TYPES }] });
    // What is summed stands in both.
    const minutes = [new Date(hour.getTime() + 60_000), new Date(Math.floor(now.getTime() / 60_000) * 60_000)];
    await prisma().rollupMinute.createMany({ data: minutes.map((at) => ({ ...row, at, count: 5, durationMs: 5 })) });
    await tell("recovered", incident.id);
    const [event] = await events();
    expect(event?.data).toMatchObject({ failing_since: openedAt.toISOString(), failed_count: 8 });
  });
});

describe("delivery.exhausted", () => {
  it("tells others of each delivery, once, as the catalogue says", async () => {
    const { owner, accountId, events, receiversOf, webhook, idB } = await makeTwo();
    const published = await acceptEvent(owner, { type: "lead.captured", data: {} });
    await exhaustAll(accountId);
    await Promise.all([announceExhausted(), announceExhausted()]);
    await announceExhausted();
    const told = (await events()).filter(({ type }) => type === "delivery.exhausted");
    expect(told).toHaveLength(2);
    expect(told.flatMap(problemsOf)).toEqual([]);
    const ofA = told.find(({ data }) => (data["webhook"] as { id: string }).id === webhook.id);
    expect(ofA?.data).toEqual({
      delivery_id: expect.stringMatching(/^dlv_/) as string,
      event_id: published.id,
      event_type: "lead.captured",
      webhook,
      attempts: 4,
      last_error: "http_status",
      last_response_code: 503,
      exhausted_at: now.toISOString(),
    });
    expect(await receiversOf(ofA?.id ?? "")).toEqual([idB]);
    expect(await prisma().exhaustedDelivery.count()).toBe(0);
  });

  it("is published for nobody where nobody else is subscribed", async () => {
    const owner = await makeOwner();
    await makeWebhook(owner);
    await acceptEvent(owner, { type: "lead.captured", data: {} });
    await exhaustAll(owner.accountId);
    await announceExhausted();
    expect(await prisma().event.count({ where: { accountId: owner.accountId } })).toBe(1);
    expect(await prisma().exhaustedDelivery.count()).toBe(0);
  });
});

it("two webhooks that fail on each other's events tell each other once, and no more", async () => {
  const { owner, accountId, tell, events } = await makeTwo();
  await acceptEvent(owner, { type: "lead.captured", data: {} });
  await tell("failing");
  const told: number[] = [];
  for (let round = 0; round < 4; round++) {
    await exhaustAll(accountId);
    await announceExhausted();
    told.push((await events()).length);
  }
  // The lead, that A fails, and that both deliveries of the lead are exhausted.
  expect(told).toEqual([4, 4, 4, 4]);
});
