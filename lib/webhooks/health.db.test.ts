import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../accounts/actor";
import { decodeId } from "../core/ids";
import type { CreateWebhookInput } from "../core/webhook";
import { closeDb, prisma } from "../db";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { getDisabling, updateDisabling } from "./disabling";
import { getWebhook, listWebhooks, updateWebhook } from "./webhooks";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

/** It has failed for two hours, five times in the last. */
async function makeFailing(owner: Actor, input: Partial<CreateWebhookInput> = {}) {
  const { id } = await makeWebhook(owner, input);
  const webhookId = decodeId("webhook", id) ?? "";
  const [failingSince, lastSuccessAt, minute] = [ago(2), ago(3), new Date(Math.floor(Date.now() / 60_000) * 60_000)];
  await prisma().webhookHealth.update({
    where: { webhookId },
    data: { hits: 9, consecutiveFailures: 5, failingSince, lastSuccessAt, lastFailureAt: minute, exhaustedAt: ago(1) },
  });
  await prisma().rollupMinute.create({
    data: {
      ...{ webhookId, at: minute, eventType: "sms.sent", outcome: "retrying", result: "401" },
      ...{ latencyBucket: 12, count: 5, durationMs: 400n },
    },
  });
  return { id, webhookId, failingSince, lastSuccessAt };
}

describe("health", () => {
  it("of a page of webhooks says of each how it does, and what that rests on", async () => {
    const owner = await makeOwner();
    const { id, failingSince } = await makeFailing(owner);
    const { id: untried } = await makeWebhook(owner);
    const { data } = await listWebhooks(owner, { limit: 10 });
    expect(data.map((webhook) => [webhook.id, webhook.health.state])).toEqual([
      [untried, "unknown"],
      [id, "failing"],
    ]);
    const { health } = await getWebhook(owner, id);
    expect(health).toMatchObject({
      evidence: expect.stringMatching(/^last success .* UTC; 5 of 5 attempts since failed with 401$/),
      ...{ successRate: 0, averageMs: 80, lastDay: { attempts: 5, succeeded: 0 } },
      failures: [{ result: "401", count: 5 }],
      disables: {
        at: new Date(failingSince.getTime() + 5 * 24 * HOUR_MS).toISOString(),
        ...{ warnedAt: null, progress: expect.closeTo(2 / 120, 3), waitsForFailure: false },
      },
    });
    expect(health.hourly).toHaveLength(24);
    expect(health.hourly.at(-1)?.attempts).toBe(5);
  });

  it("is counted down by the webhook's own policy, else the account's, else its format's", async () => {
    const owner = await makeOwner();
    const { id, failingSince } = await makeFailing(owner);
    const daysUntilDisabled = async () => {
      const { disables } = (await getWebhook(owner, id)).health;
      return disables && (Date.parse(disables.at) - failingSince.getTime()) / (24 * HOUR_MS);
    };
    expect(await daysUntilDisabled()).toBe(5);
    await updateDisabling(owner, { autoDisable: { noticeAfterSeconds: 60, disableAfterSeconds: 2 * 86_400 } });
    expect(await daysUntilDisabled()).toBe(2);
    await updateWebhook(owner, id, { autoDisable: { preset: "off" } });
    expect(await daysUntilDisabled()).toBeNull();
    await updateWebhook(owner, id, { autoDisable: null, format: "sidecar", authorization: "Bearer x" });
    expect(await daysUntilDisabled()).toBe(2);
    await updateDisabling(owner, { autoDisable: null });
    // Not told yet: a day from now, which is two hours after it began.
    expect(await daysUntilDisabled()).toBeCloseTo(1 + 2 / 24, 2);
  });
});

describe("an account's choice", () => {
  it("changes what is given and nothing else, and is its own", async () => {
    const [owner, other] = [await makeOwner(), await makeOwner()];
    expect(await getDisabling(owner)).toEqual({ autoDisable: null, autoRecover: false });
    const chosen = { autoDisable: { preset: "off" }, autoRecover: true };
    await updateDisabling(owner, { autoRecover: true });
    expect(await updateDisabling(owner, { autoDisable: { preset: "off" } })).toEqual(chosen);
    expect(await getDisabling(owner)).toEqual(chosen);
    expect(await updateDisabling(owner, {})).toEqual(chosen);
    expect(await getDisabling(other)).toEqual({ autoDisable: null, autoRecover: false });
    await expect(updateDisabling(owner, { autoDisable: { preset: "never" } })).rejects.toThrow();
    await expect(updateDisabling(owner, { autoRecovery: true })).rejects.toThrow();
  });
});

describe("resuming by hand", () => {
  it("forgets what failed before, and keeps the incident for whoever waits for its end", async () => {
    const owner = await makeOwner();
    const { id, webhookId } = await makeFailing(owner);
    const incident = { id: newId(), accountId: owner.accountId, webhookId, kind: "failing", evidence: {} };
    await prisma().incident.create({ data: { ...incident, openedAt: ago(2), noticedAt: ago(1) } });
    expect((await getWebhook(owner, id)).health.disables?.warnedAt).not.toBeNull();
    await updateWebhook(owner, id, { status: "active" });
    expect((await getWebhook(owner, id)).health).toMatchObject({ state: "failing", consecutiveFailures: 5 });

    await updateWebhook(owner, id, { status: "paused" });
    const paused = (await getWebhook(owner, id)).health;
    expect(paused).toMatchObject({ state: "failing", disables: null, resumedAt: null });
    await updateWebhook(owner, id, { status: "active" });
    const { health } = await getWebhook(owner, id);
    expect(health).toMatchObject({ state: "unknown", consecutiveFailures: 0, failingSince: null });
    expect(health.evidence).toMatch(/^resumed .*; not tried since$/);
    expect(await prisma().incident.findUnique({ where: { id: incident.id } })).toMatchObject({
      ...{ noticedAt: null, closedAt: null },
    });
  });

  it("leaves nothing of how it was disabled", async () => {
    const owner = await makeOwner();
    const { id, webhookId } = await makeFailing(owner);
    await prisma().webhook.update({
      where: { id: webhookId },
      data: {
        ...{ status: "disabled", disabledReason: "failing_too_long", disabledAt: ago(1) },
        ...{ probeDeliveryId: newId(), probedAt: ago(1) },
      },
    });
    expect(await getWebhook(owner, id)).toMatchObject({
      ...{ status: "disabled", disabledAt: expect.any(String), health: { state: "disabled" } },
    });
    await updateWebhook(owner, id, { status: "active" });
    expect(await prisma().webhook.findUnique({ where: { id: webhookId } })).toMatchObject({
      ...{ status: "active", disabledReason: null, disabledAt: null, probeDeliveryId: null, probedAt: null },
    });
  });
});
