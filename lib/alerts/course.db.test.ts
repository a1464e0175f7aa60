import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliver } from "../../workers/deliver";
import type { Actor } from "../accounts/actor";
import { decodeId } from "../core/ids";
import type { CreateWebhookInput } from "../core/webhook";
import { closeDb, pool, prisma } from "../db";
import { destinationOf } from "../deliveries/destination";
import { countHeld } from "../deliveries/held";
import { recordResults } from "../deliveries/record";
import { loadData, takeDue } from "../deliveries/take";
import { newId } from "../new-id";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { acceptEvent } from "../webhooks/accept-events";
import { updateDisabling } from "../webhooks/disabling";
import { deleteWebhook, getWebhook, updateWebhook } from "../webhooks/webhooks";
import { advanceCourses } from "./course";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const HOUR_MS = 3_600_000;
const DAY = 24;
/** Two weeks ago, so that whatever this clock says is due, is. */
const BEGAN = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 14 * DAY * HOUR_MS;
const at = (hours: number) => new Date(Math.round(BEGAN + hours * HOUR_MS));
const hoursOf = (moment: Date | null) => (moment ? (moment.getTime() - BEGAN) / HOUR_MS : null);
const seconds = (count: number) => count / 3600;

beforeAll(async () => {
  await pool().query("SELECT ensure_partitions($1, now())", [at(-1)]);
});

interface Subject {
  owner: Actor;
  id: string;
  webhookId: string;
  /** What its receiver answers. */
  code: number;
  sentAt: number[];
}

async function makeSubject(input: Partial<CreateWebhookInput>, code = 503): Promise<Subject> {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { retry: { delaysSeconds: [] }, ...input });
  return { owner, id, webhookId: decodeId("webhook", id) ?? "", code, sentAt: [] };
}

async function publish({ owner, webhookId }: Subject, hours: number): Promise<void> {
  await acceptEvent(owner, { type: "contact.created", data: {} });
  const where = { webhookId, status: "pending", attempts: 0, nextAttemptAt: { gt: at(hours) } };
  const { id } = await prisma().delivery.findFirstOrThrow({ where, orderBy: { id: "desc" } });
  await prisma().delivery.updateMany({ where: { id }, data: { nextAttemptAt: at(hours) } });
}

/** What the worker does when it is rung, at a moment: sends one delivery, where one is let through. */
async function send(subject: Subject, hours: number): Promise<boolean> {
  const { webhookId, code, sentAt } = subject;
  const destination = destinationOf(await prisma().webhook.findUniqueOrThrow({ where: { id: webhookId } }));
  const { active, probeId, timeoutMs } = destination;
  const [[due] = []] = await takeDue([{ webhookId, active, probeId, limit: 1, leaseMs: timeoutMs }]);
  if (!due) return false;
  sentAt.push(hours);
  const response = { code, headers: [], body: Buffer.alloc(0), bytes: 0 };
  const error = code < 300 ? {} : { error: "http_status" as const };
  const { recording } = await deliver(due, webhookId, destination, {
    loadData,
    now: () => at(hours),
    random: () => 0,
    send: async () => ({ startedAt: at(hours), durationMs: 80, phases: {}, response, ...error }),
  });
  await recordResults([recording], at(hours));
  return true;
}

async function publishAndSend(subject: Subject, hours: number): Promise<void> {
  await publish(subject, hours);
  await send(subject, hours);
}

/** Two workers look at once, always. @returns what is to be rung for */
async function look(hours: number): Promise<string[]> {
  return (await Promise.all([advanceCourses(at(hours)), advanceCourses(at(hours))])).flat();
}

async function noticesOf({ webhookId }: Subject) {
  const notices = await prisma().notice.findMany({ where: { webhookId }, orderBy: { id: "asc" } });
  return notices.map(({ kind, createdAt }) => [kind, hoursOf(createdAt)]);
}

const openIncidents = ({ webhookId }: Subject) => prisma().incident.count({ where: { webhookId, closedAt: null } });
const statusNow = async ({ owner, id }: Subject) => (await getWebhook(owner, id)).status;
const heldBy = async ({ owner, id }: Subject) => (await countHeld(owner, id)).count;

it("a webhook whose course can't be read holds up no other", async () => {
  const [poisoned, unsettled, sound] = [await makeSubject({}), await makeSubject({}), await makeSubject({})];
  for (const subject of [poisoned, unsettled, sound]) await publishAndSend(subject, 0);
  const { owner, webhookId } = poisoned;
  const incident = { accountId: owner.accountId, webhookId, kind: "failing", openedAt: at(0) };
  const evidence = { disablesAt: "one day" };
  const { id } = await prisma().incident.create({ data: { ...incident, id: newId(), evidence } });
  const { accountId } = unsettled.owner;
  await prisma().account.update({ where: { id: accountId }, data: { autoDisable: { preset: "never" } } });
  await look(2);
  expect(await noticesOf(sound)).toEqual([["failing", 2]]);
  expect([await noticesOf(poisoned), await noticesOf(unsettled)]).toEqual([[], []]);
  // Mended, it goes on.
  await prisma().incident.update({ where: { id }, data: { evidence: {} } });
  await prisma().account.update({ where: { id: accountId }, data: { autoDisable: { preset: "patient" } } });
  await look(3);
  expect(await noticesOf(poisoned)).toEqual([["failing", 3]]);
  expect(await noticesOf(unsettled)).toEqual([["failing", 3]]);
});

describe("ten days of failing, with two workers", () => {
  it(
    "each preset tells, disables, holds, probes, recovers and drains at its moments",
    { timeout: 180_000 },
    async () => {
      const patient = await makeSubject({ autoRecover: true });
      const sidecar = await makeSubject({
        ...{ format: "sidecar", authorization: "Bearer x", retry: { preset: "sidecar" } },
      });
      const off = await makeSubject({ autoDisable: { preset: "off" } });
      const own = await makeSubject({ autoDisable: { noticeAfterSeconds: 600, disableAfterSeconds: 7200 } });
      const untried = await makeSubject({});
      const subjects = [patient, sidecar, off, own];
      const MENDED = 7 * DAY;

      // The six attempts of one delivery, by Sidecar's schedule.
      const attempts = [0, 10, 40, 100, 220, 460].map(seconds);
      await publish(sidecar, 0);
      const told = { sidecar: seconds(460), sidecarEnd: seconds(460) + DAY };
      const moments = [
        ...[...attempts, told.sidecarEnd, 1 / 6, 1, 2, 5 * DAY].flatMap((hours) => [hours - 1e-6, hours]),
        ...Array.from({ length: 10 * DAY * 4 + 1 }, (_, index) => index / 4),
      ];
      for (const hours of [...new Set(moments)].filter((hours) => hours >= 0).toSorted((a, b) => a - b)) {
        if (hours === MENDED) patient.code = 200;
        if (attempts.includes(hours)) await send(sidecar, hours);
        if (hours === 0) await publishAndSend(untried, hours);
        if (hours % 6 === 0) for (const subject of [patient, off, own]) await publishAndSend(subject, hours);
        // The bell that the worker hears; and what it finds out is seen at the next look, seconds later.
        const rung = await look(hours);
        if (hours === 5 * DAY) await publish(patient, hours);
        for (const subject of subjects.filter(({ webhookId }) => rung.includes(webhookId))) await send(subject, hours);
        if (rung.length > 0) {
          const freed = await look(hours + seconds(5));
          for (const subject of subjects.filter(({ webhookId }) => freed.includes(webhookId))) {
            expect(await heldBy(subject)).toBe(0);
            while (await send(subject, hours + seconds(5)));
          }
        }
      }

      const close = (hours: number) => expect.closeTo(hours, 6);
      expect(await noticesOf(patient)).toEqual([
        ["failing", 1],
        ["disabled", 5 * DAY],
        ["recovered", close(MENDED + seconds(5))],
      ]);
      expect(await noticesOf(sidecar)).toEqual([
        ["failing", close(told.sidecar)],
        ["disabled", close(told.sidecarEnd)],
      ]);
      expect(await noticesOf(off)).toEqual([["failing", 1]]);
      expect(await noticesOf(own)).toEqual([
        ["failing", close(1 / 6)],
        // Nothing was tried between: it takes another failure.
        ["disabled", 2],
      ]);
      // One failure and nothing since: told, and not disabled for what nobody tried.
      expect(await noticesOf(untried)).toEqual([["failing", 1]]);
      expect(await Promise.all([patient, sidecar, off, own, untried].map(statusNow))).toEqual([
        ...["active", "disabled", "active", "disabled", "active"],
      ]);

      // Until it was disabled every six hours; then once in a quarter of an hour, and nothing else of what it held.
      const before = patient.sentAt.filter((hours) => hours < 5 * DAY);
      const probes = patient.sentAt.filter((hours) => hours > 5 * DAY && hours <= MENDED);
      expect(before).toHaveLength(20);
      expect(probes).toEqual(Array.from({ length: 2 * DAY * 4 }, (_, index) => 5 * DAY + (index + 1) / 4));
      // All that was held went out once it was mended.
      const ended = await prisma().delivery.groupBy({
        by: ["status"],
        where: { webhookId: patient.webhookId },
        _count: true,
      });
      const counts = Object.fromEntries(ended.map(({ status, _count }) => [status, _count]));
      expect(counts).toEqual({ failed: 21, succeeded: 21 });
      expect((await getWebhook(patient.owner, patient.id)).health).toMatchObject({
        ...{ consecutiveFailures: 0, failingSince: null, resumedAt: at(MENDED + seconds(5)).toISOString() },
      });

      // What nobody let out waits for whoever resumes it.
      expect(own.sentAt).toEqual([0]);
      expect(await heldBy(own)).toBe(40);
      own.code = 200;
      await updateWebhook(own.owner, own.id, { status: "active" });
      const resumed = (Date.now() - BEGAN) / HOUR_MS + seconds(1);
      await look(resumed);
      expect((await noticesOf(own)).length).toBe(2);
      while (await send(own, resumed));
      await look(resumed);
      expect((await noticesOf(own)).map(([kind]) => kind)).toEqual(["failing", "disabled", "recovered"]);
      expect(await Promise.all([patient, sidecar, own].map(openIncidents))).toEqual([0, 1, 0]);
    },
  );
});

/** It fails from the beginning on, and is looked at after an hour. */
async function makeTold(input: Partial<CreateWebhookInput> = {}) {
  const subject = await makeSubject(input);
  await publishAndSend(subject, 0);
  await look(1);
  expect((await noticesOf(subject)).map(([kind]) => kind)).toEqual(["failing"]);
  return subject;
}

describe("a webhook that fails", () => {
  it("is not disabled where a delivery succeeds in the last moment, and its owner hears of that", async () => {
    const subject = await makeTold({ autoDisable: { noticeAfterSeconds: 3600, disableAfterSeconds: 7200 } });
    subject.code = 200;
    await publishAndSend(subject, 2 - seconds(1));
    await look(2);
    expect(await noticesOf(subject)).toEqual([
      ["failing", 1],
      ["recovered", 2],
    ]);
    expect([await statusNow(subject), await openIncidents(subject)]).toEqual(["active", 0]);
    const [, recovered] = await prisma().notice.findMany({
      where: { webhookId: subject.webhookId },
      orderBy: { id: "asc" },
    });
    expect(recovered).toMatchObject({
      ...{ tone: "ok", title: "Test works again" },
      facts: { failingSince: at(0).toISOString(), evidence: expect.stringContaining("it had failed since") },
    });
  });

  it("is told of with what it rests on, and shows the same as long as it fails", async () => {
    const subject = await makeTold();
    const notice = await prisma().notice.findFirstOrThrow({ where: { webhookId: subject.webhookId } });
    expect(notice).toMatchObject({
      ...{ tone: "warn", title: "Test is failing", incidentId: expect.any(String) },
      facts: {
        evidence: expect.stringMatching(
          /^no success yet; 1 of 1 attempt since .* failed with 503; it is disabled .* unless a delivery succeeds$/,
        ),
        disablesAt: at(5 * DAY).toISOString(),
      },
    });
    expect((await getWebhook(subject.owner, subject.id)).health).toMatchObject({
      ...{ state: "failing", consecutiveFailures: 1 },
      disables: { warnedAt: at(1).toISOString() },
    });
  });

  it("that would be disabled sooner than was said is warned of again first", async () => {
    const subject = await makeTold();
    await publishAndSend(subject, 3 * DAY);
    await updateDisabling(subject.owner, { autoDisable: { noticeAfterSeconds: 60, disableAfterSeconds: 2 * 86_400 } });
    await look(3 * DAY);
    expect(await statusNow(subject)).toBe("active");
    for (const hours of [4 * DAY - seconds(1), 4 * DAY]) await look(hours);
    expect(await noticesOf(subject)).toEqual([
      ["failing", 1],
      ["failing", 3 * DAY],
      ["disabled", 4 * DAY],
    ]);
    expect(await openIncidents(subject)).toBe(1);
  });

  it("and was not tried for a day is disabled by its next failure, not before", async () => {
    const subject = await makeTold();
    await look(6 * DAY);
    expect(await statusNow(subject)).toBe("active");
    expect((await getWebhook(subject.owner, subject.id)).health.disables?.waitsForFailure).toBe(true);
    await publishAndSend(subject, 6 * DAY + 1);
    await look(6 * DAY + 1);
    expect(await noticesOf(subject)).toEqual([
      ["failing", 1],
      ["disabled", 6 * DAY + 1],
    ]);
  });

  it("is warned of anew once it was paused and resumed, and has all its time again", async () => {
    const subject = await makeTold();
    await updateWebhook(subject.owner, subject.id, { status: "paused" });
    await look(9 * DAY);
    await updateWebhook(subject.owner, subject.id, { status: "active" });
    await look(9 * DAY);
    expect(await noticesOf(subject)).toEqual([["failing", 1]]);
    await publishAndSend(subject, 9 * DAY);
    for (const hours of [9 * DAY + 0.9, 9 * DAY + 1]) await look(hours);
    expect(await noticesOf(subject)).toEqual([
      ["failing", 1],
      ["failing", 9 * DAY + 1],
    ]);
    expect((await getWebhook(subject.owner, subject.id)).health.disables?.at).toBe(at(14 * DAY).toISOString());
  });

  it("that is deleted is nobody's trouble any more", async () => {
    const subject = await makeTold();
    await deleteWebhook(subject.owner, subject.id);
    await look(9 * DAY);
    expect([(await noticesOf(subject)).length, await openIncidents(subject)]).toEqual([1, 0]);
  });
});

describe("a webhook that is disabled by what happens to it", () => {
  it("410 disables at once, and is told once; disabled again, it is told again", async () => {
    const subject = await makeSubject({}, 410);
    await publishAndSend(subject, 0);
    expect(await getWebhook(subject.owner, subject.id)).toMatchObject({
      ...{ status: "disabled", disabledReason: "gone", disabledAt: at(0).toISOString() },
      health: { state: "disabled", evidence: "its receiver answered 410 Gone" },
    });
    for (const hours of [seconds(5), seconds(10)]) await look(hours);
    expect(await noticesOf(subject)).toEqual([["disabled", seconds(5)]]);
    const notice = await prisma().notice.findFirstOrThrow({ where: { webhookId: subject.webhookId } });
    expect(notice).toMatchObject({ tone: "bad", title: "Test was disabled", facts: { reason: "gone" } });
    await updateWebhook(subject.owner, subject.id, { status: "active" });
    await publishAndSend(subject, 3);
    for (const hours of [3.1, 3.2]) await look(hours);
    expect((await noticesOf(subject)).map(([kind]) => kind)).toEqual(["disabled", "disabled"]);
    expect(await openIncidents(subject)).toBe(1);
  });

  it("a secret that doesn't open is told, too", async () => {
    const subject = await makeSubject({});
    const data = { status: "disabled", disabledReason: "secret_unreadable", disabledAt: at(0) };
    await prisma().webhook.update({ where: { id: subject.webhookId }, data });
    await look(1);
    expect(await noticesOf(subject)).toEqual([["disabled", 1]]);
  });
});

describe("recovery", () => {
  async function makeDisabled(input: Partial<CreateWebhookInput> = {}) {
    const subject = await makeTold({ autoDisable: { noticeAfterSeconds: 60, disableAfterSeconds: 3660 }, ...input });
    await publishAndSend(subject, 2);
    await look(2);
    expect(await statusNow(subject)).toBe("disabled");
    return subject;
  }
  const row = ({ webhookId }: Subject) => prisma().webhook.findUniqueOrThrow({ where: { id: webhookId } });

  it("goes by the account's choice, unless the webhook has its own", async () => {
    const [its, own] = [await makeDisabled(), await makeDisabled({ autoRecover: false })];
    for (const subject of [its, own]) {
      await updateDisabling(subject.owner, { autoRecover: true });
      await publish(subject, 2);
    }
    expect((await look(2.25)).filter((id) => [its.webhookId, own.webhookId].includes(id))).toEqual([its.webhookId]);
    // Somebody changes their mind while the probe is out.
    await updateDisabling(its.owner, { autoRecover: false });
    await look(2.3);
    expect(await send(its, 2.3)).toBe(false);
    expect(await row(its)).toMatchObject({ status: "disabled", probeDeliveryId: null });
  });

  it("tries a different delivery each time, and none loses a retry", async () => {
    const subject = await makeDisabled({ autoRecover: true, retry: { delaysSeconds: [60, 60] } });
    await publish(subject, 2);
    await publish(subject, 2);
    const probed: (string | null)[] = [];
    for (const hours of [2.25, 2.5, 2.75]) {
      await look(hours);
      probed.push((await row(subject)).probeDeliveryId);
      await send(subject, hours);
      await look(hours + seconds(5));
    }
    expect(new Set(probed).size).toBeGreaterThan(1);
    const held = await prisma().delivery.findMany({ where: { webhookId: subject.webhookId, status: "pending" } });
    // The first one had failed twice when it was disabled.
    expect(held.map(({ failures }) => failures).toSorted()).toEqual([0, 0, 0, 2]);
    expect(held.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(2 + 3);
  });

  it("ends where the receiver says that it is gone", async () => {
    const subject = await makeDisabled({ autoRecover: true });
    await publish(subject, 2);
    subject.code = 410;
    await look(2.25);
    await send(subject, 2.25);
    await look(2.26);
    expect(await row(subject)).toMatchObject({ status: "disabled", disabledReason: "gone", probeDeliveryId: null });
    await look(3);
    expect((await row(subject)).probeDeliveryId).toBeNull();
    expect(await heldBy(subject)).toBe(1);
  });

  it("waits where nothing is held, and goes on where what was let out is no more", async () => {
    const subject = await makeDisabled({ autoRecover: true });
    await look(2.25);
    expect(await row(subject)).toMatchObject({ probeDeliveryId: null, probedAt: at(2.25) });
    await publish(subject, 2);
    await look(2.5);
    const { probeDeliveryId } = await row(subject);
    await prisma().delivery.updateMany({ where: { id: probeDeliveryId ?? "" }, data: { status: "cancelled" } });
    await look(2.6);
    expect(await row(subject)).toMatchObject({ status: "disabled", probeDeliveryId: null });
  });
});
