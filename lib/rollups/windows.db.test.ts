import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeId } from "../core/ids";
import { closeDb, pool } from "../db";
import { closeQueue } from "../queue";
import { makeOwner, makeWebhook } from "../testing/factories";
import { foldedFrom } from "../testing/folding";
import { daysOf, windowsOf } from "./windows";

afterAll(async () => {
  await closeQueue();
  await closeDb();
});

const at = (text: string) => new Date(`2026-03-25T${text}:00.000Z`);

let ids: string[] = [];
beforeAll(async () => {
  const owner = await makeOwner();
  const webhooks = [await makeWebhook(owner), await makeWebhook(owner), await makeWebhook(owner)];
  ids = webhooks.map(({ id }) => decodeId("webhook", id) ?? "");
  await pool().query("SELECT ensure_partitions('2026-03-23', '2026-03-25')");
  await count("minutes", "10:59", 0, "succeeded", "200", 1);
  await count("minutes", "11:00", 0, "retrying", "timeout", 2);
  await count("late", "11:01", 0, "failed", "503", 4);
  await count("minutes", "11:01", 1, "succeeded", "204", 8);
});

async function count(table: string, time: string, webhook: number, outcome: string, result: string, times: number) {
  const values = [ids[webhook], at(time), outcome, result, times, times * 100];
  await pool().query(`INSERT INTO rollup_${table} VALUES ($1, $2, 'sms.sent', $3, $4, 13, $5, $6)`, values);
}

const MIDNIGHT = at("00:00");

describe("windows", () => {
  it("count each webhook for itself, to the minute, with what came late", async () => {
    const windows = await foldedFrom(MIDNIGHT, () => windowsOf(ids, at("10:59"), at("11:02")));
    expect([...windows.keys()]).toEqual(ids);
    const [first, second, third] = [...windows.values()];
    expect(first).toEqual({
      ...{ attempts: 7, succeeded: 1, retrying: 2, failed: 4, averageMs: 100 },
      results: { "200": 1, timeout: 2, "503": 4 },
      latencies: new Map([[13, 7]]),
    });
    expect(second).toMatchObject({ attempts: 8, results: { "204": 8 } });
    expect(third).toEqual({
      ...{ attempts: 0, succeeded: 0, retrying: 0, failed: 0, averageMs: null, results: {} },
      latencies: new Map(),
    });
  });

  it.each([
    ["10:59", "11:00", 1],
    ["11:00", "11:01", 2],
    ["11:00", "11:02", 6],
    ["10:00", "11:01", 3],
    ["10:00", "12:00", 7],
    ["11:02", "13:00", 0],
  ])("from %s to %s hold what began there, and the end is not part of it", async (from, to, attempts) => {
    const windows = await foldedFrom(MIDNIGHT, () => windowsOf(ids.slice(0, 1), at(from), at(to)));
    expect([...windows.values()]).toMatchObject([{ attempts }]);
  });
});

describe("a day", () => {
  it("is told by the hour, empty ones included, in one go with its sums", async () => {
    const now = new Date("2026-03-26T10:59:30.000Z");
    const days = [...(await foldedFrom(MIDNIGHT, () => daysOf(ids, now))).values()];
    expect(days.map(({ attempts }) => attempts)).toEqual([7, 8, 0]);
    expect(days.map(({ hourly }) => hourly.length)).toEqual([24, 24, 24]);
    expect(days[0]?.hourly.slice(0, 2)).toEqual([
      { at: at("11:00").getTime(), attempts: 6, succeeded: 0 },
      { at: at("12:00").getTime(), attempts: 0, succeeded: 0 },
    ]);
    expect(days[1]?.hourly[0]).toEqual({ at: at("11:00").getTime(), attempts: 8, succeeded: 8 });
  });
});
