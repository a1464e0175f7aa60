import { afterAll, describe, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { oldestPartition } from "./partitions";
import { dropOutdated } from "./retention";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

async function partitionsOf(parent: string): Promise<Date[]> {
  const { rows } = await pool().query<{ at: Date }>(
    `SELECT to_date(right(relname, 8), 'YYYYMMDD')::timestamp AT TIME ZONE 'UTC' AS at
     FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = $1::regclass ORDER BY 1`,
    [parent],
  );
  return rows.map(({ at }) => at);
}

/** Since when everything is kept: the end of the last week that has gone. */
async function expectKept(parent: string, days: number): Promise<void> {
  const [oldest] = await partitionsOf(parent);
  const age = (Date.now() - (oldest?.getTime() ?? 0)) / DAY_MS;
  expect(age, `${parent}: the oldest week began before what is kept`).toBeGreaterThanOrEqual(days);
  expect(age, `${parent}: and ended after`).toBeLessThan(days + 7);
}

async function makeWeeks(days: number): Promise<void> {
  await pool().query("SELECT ensure_partitions($1, now())", [daysAgo(days)]);
}

/** A webhook that holds a delivery, made so long ago, of an event of so long ago. @returns the delivery's id */
async function hold(eventDaysAgo: number, deliveryDaysAgo = eventDaysAgo): Promise<string> {
  const owner = await makeOwner();
  const { id } = await makeWebhook(owner, { status: "paused" });
  const uuidOf = (days: number) => `encode(overlay(uuid_send(uuid_v7_floor(now() - interval '${days} days'))
    PLACING substring(uuid_send(gen_random_uuid()) FROM 9) FROM 9), 'hex')::uuid`;
  const { rows } = await pool().query<{ id: string }>(
    `WITH event AS (
       INSERT INTO events (id, account_id, type, timestamp, data, deliveries)
       SELECT ${uuidOf(eventDaysAgo)}, $1, 'sms.sent', now(), '{}', 1 RETURNING *
     ), delivery AS (
       INSERT INTO deliveries (id, account_id, webhook_id, event_id, event_type, cause, next_attempt_at)
       SELECT ${uuidOf(deliveryDaysAgo)}, account_id, $2, id, type, 'event', now() FROM event RETURNING *
     ), attempt AS (
       INSERT INTO attempts (id, account_id, webhook_id, delivery_id, number, started_at, outcome)
       SELECT ${uuidOf(deliveryDaysAgo)}, account_id, webhook_id, id, 1, now(), 'retrying' FROM delivery
     )
     SELECT id FROM delivery`,
    [owner.accountId, decodeId("webhook", id)],
  );
  return rows[0]?.id ?? "";
}

async function isThere(deliveryId: string): Promise<boolean> {
  return (await pool().query("SELECT FROM deliveries WHERE id = $1", [deliveryId])).rowCount === 1;
}

describe("retention", () => {
  it("drops whole weeks that are older than what is kept, minutes and hours by their own age", async () => {
    await makeWeeks(220);
    await dropOutdated(90);
    for (const parent of ["events", "deliveries", "attempts"]) await expectKept(parent, 90);
    await expectKept("rollup_minutes", 14);
    for (const parent of ["rollup_hours", "rollup_days"]) await expectKept(parent, 180);
    expect(await oldestPartition()).toEqual((await partitionsOf("events"))[0]);
  });

  it("takes along what a webhook still holds, and what was replayed of an event that goes", async () => {
    await makeWeeks(120);
    const held = await hold(110);
    const replayed = await hold(110, 3);
    const young = await hold(89);
    const youngReplayed = await hold(89, 3);
    await dropOutdated(90);
    expect(await Promise.all([held, replayed, young, youngReplayed].map(isThere))).toEqual([false, false, true, true]);
  });

  it("keeps minutes that have not been summed yet", async () => {
    await makeWeeks(60);
    const { rows } = await pool().query<{ at: Date }>("SELECT folded_until AS at FROM rollup_progress");
    await pool().query("UPDATE rollup_progress SET folded_until = $1", [daysAgo(40)]);
    await dropOutdated(90);
    await expectKept("rollup_minutes", 40);
    await pool().query("UPDATE rollup_progress SET folded_until = $1", [rows[0]?.at]);
    await dropOutdated(90);
    await expectKept("rollup_minutes", 14);
  });

  it("gives up where a table is being read for long, leaves no delivery without its event, and comes again", async () => {
    await makeWeeks(120);
    const ageOf = async (parent: string) => (Date.now() - ((await partitionsOf(parent))[0]?.getTime() ?? 0)) / DAY_MS;
    for (const parent of ["deliveries", "events"]) {
      const reader = await pool().connect();
      await reader.query("BEGIN");
      await reader.query(`SELECT count(*) FROM ${parent}`);
      await dropOutdated(90);
      expect(await ageOf(parent)).toBeGreaterThan(110);
      expect(await ageOf("events")).toBeGreaterThan(110);
      await reader.query("COMMIT");
      reader.release();
    }
    await expectKept("deliveries", 90);
    await dropOutdated(90);
    await expectKept("events", 90);
  });

  it("can be asked for by several at once", async () => {
    await makeWeeks(120);
    await Promise.all([dropOutdated(90), dropOutdated(90), dropOutdated(90)]);
    await dropOutdated(90);
    await expectKept("events", 90);
  });
});
