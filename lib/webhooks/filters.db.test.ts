import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import type { Filter } from "../core/filter";
import { matches } from "../core/filter-matching";
import { decodeId } from "../core/ids";
import { closeDb, prisma } from "../db";
import { getRedelivery } from "../deliveries/redeliveries";
import { replay } from "../deliveries/replay";
import { advanceRedeliveries } from "../deliveries/advance";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { eventData, filters } from "../testing/filters";
import { acceptBatch, acceptEvent } from "./accept-events";
import { previewFilter } from "./filter-preview";
import { getWebhook, updateWebhook } from "./webhooks";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const hot: Filter = { path: "data.lead_score", op: "gt", value: 50 };
const lead = (lead_score: unknown) => ({ type: "lead.generated", data: { lead_score } });

const deliveriesOf = async ({ accountId }: Actor, webhookId: string) => {
  const rows = await prisma().delivery.findMany({
    where: { accountId, webhookId: decodeId("webhook", webhookId) ?? "" },
    select: { eventId: true },
  });
  const events = await prisma().event.findMany({ where: { id: { in: rows.map(({ eventId }) => eventId) } } });
  return events.map(({ data }) => JSON.parse(data) as unknown);
};

describe("a webhook's filter", () => {
  it("lets through what it holds for; webhooks without one get everything; the counts say so", async () => {
    const owner = await makeOwner();
    const filtered = await makeWebhook(owner, { filter: hot });
    const open = await makeWebhook(owner);
    const scores = [51, 50, 99, "99", null];
    const answers = await acceptBatch(owner, { events: scores.map(lead) });
    expect(answers.map(({ deliveries }) => deliveries)).toEqual([2, 1, 2, 1, 1]);
    expect(await deliveriesOf(owner, filtered.id)).toEqual([{ lead_score: 51 }, { lead_score: 99 }]);
    expect(await deliveriesOf(owner, open.id)).toHaveLength(5);
    const stored = await prisma().event.findMany({ where: { accountId: owner.accountId }, orderBy: { id: "asc" } });
    expect(stored.map(({ deliveries }) => deliveries)).toEqual([2, 1, 2, 1, 1]);
    expect(await acceptEvent(owner, lead(1), "once")).toMatchObject({ deliveries: 1 });
    expect(await acceptEvent(owner, lead(1), "once")).toMatchObject({ deliveries: 1 });
  });

  it("applies from the moment it is changed, and stays with other changes", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner, { filter: hot });
    expect(await acceptEvent(owner, lead(10))).toMatchObject({ deliveries: 0 });
    expect(await updateWebhook(owner, id, { title: "B" })).toMatchObject({ filter: hot });
    await updateWebhook(owner, id, { filter: { not: hot } });
    expect(await acceptEvent(owner, lead(10))).toMatchObject({ deliveries: 1 });
    await updateWebhook(owner, id, { filter: null });
    expect((await getWebhook(owner, id)).filter).toBeNull();
    expect(await acceptEvent(owner, lead(99))).toMatchObject({ deliveries: 1 });
  });

  it("keeps to an order's key, event by event", async () => {
    const owner = await makeOwner();
    const { id } = await makeWebhook(owner, { filter: hot, orderBy: "data.lead_score" });
    await acceptBatch(owner, { events: [10, 60, 70].map(lead) });
    const rows = await prisma().delivery.findMany({ where: { webhookId: decodeId("webhook", id) ?? "" } });
    expect(rows.map(({ orderKey }) => orderKey).toSorted()).toEqual(["60", "70"]);
  });

  it("decides as lib/core does, for any filters side by side and any data", async () => {
    const owner = await makeOwner();
    const chosen = fc.sample(filters, 12);
    const webhooks = await Promise.all(chosen.map((filter) => makeWebhook(owner, { filter })));
    const data = fc.sample(eventData, 60);
    const answers = await acceptBatch(owner, { events: data.map((its) => ({ type: "sms.sent", data: its })) });
    expect(answers.map(({ deliveries }) => deliveries)).toEqual(
      data.map((its) => chosen.filter((filter) => matches(filter, its)).length),
    );
    for (const [index, { id }] of webhooks.entries()) {
      const wanted = data.filter((its) => matches(chosen[index] ?? hot, its));
      const sent = (await deliveriesOf(owner, id)).map((its) => JSON.stringify(its));
      expect(sent.toSorted()).toEqual(wanted.map((its) => JSON.stringify(its)).toSorted());
    }
  });

  it("holds in a replay, in its count as in what is delivered", async () => {
    const owner = await makeOwner();
    await acceptBatch(owner, { events: [10, 60, 20, 70].map(lead) });
    const { id } = await makeWebhook(owner, { events: ["lead.*"], filter: hot });
    const since = new Date(Date.now() - 60_000).toISOString();
    expect(await replay(owner, id, { since, dryRun: true })).toMatchObject({ preview: { count: 2 } });
    const begun = await replay(owner, id, { since });
    const redelivery = "redelivery" in begun ? begun.redelivery.id : "";
    const now = Date.now();
    for (let second = 1; !(await getRedelivery(owner, redelivery)).finishedAt; second++) {
      await advanceRedeliveries(new Date(now + second * 1_000));
    }
    expect(await deliveriesOf(owner, id)).toEqual([{ lead_score: 60 }, { lead_score: 70 }]);
  });
});

describe("a filter's preview", () => {
  it("asks a type's sample, or the data given, and names what each condition saw", async () => {
    const owner = await makeOwner();
    expect(await previewFilter(owner, { filter: hot, type: "lead.generated" })).toEqual({
      wouldSend: true,
      conditions: [{ condition: hot, actual: 85, holds: true, isNegated: false }],
    });
    expect(await previewFilter(owner, { filter: { not: hot }, data: {} })).toEqual({
      wouldSend: true,
      conditions: [{ condition: hot, actual: undefined, holds: false, isNegated: true }],
    });
    await expect(previewFilter(owner, { filter: hot, type: "no.such" })).rejects.toMatchObject({
      code: "validation_failed",
    });
    await expect(previewFilter(owner, { filter: hot })).rejects.toThrow(/Give a type/);
  });
});
